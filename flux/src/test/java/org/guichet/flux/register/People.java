package org.guichet.flux.register;

import org.guichet.flux.Holder;
import org.jspecify.annotations.Nullable;

/** Makes invented people, on both sides. */
public final class People {
  private People() {}

  /** In a register, as {@link #named} is in a file, and born on 5 May of a year. */
  public static Person person(String last, String first, String sex, int year) {
    return new Person(last, first, sex, year);
  }

  /** In a file, with what is compulsory alone. */
  static Holder named(String last, String first, String sex, int year) {
    return person(last, first, sex, year).born(null, null).holder();
  }

  /** Somebody, to be completed. */
  public static final class Person {
    private final String last;
    private final String first;
    private final @Nullable String sex;
    private final @Nullable Integer year;
    private @Nullable Integer month = 5;
    private @Nullable Integer day = 5;
    private @Nullable String usageName;
    private @Nullable String secondName;
    private @Nullable String town;
    private @Nullable String townName;

    Person(String last, String first, @Nullable String sex, @Nullable Integer year) {
      this.last = last;
      this.first = first;
      this.sex = sex;
      this.year = year;
    }

    public Person born(@Nullable Integer newMonth, @Nullable Integer newDay) {
      month = newMonth;
      day = newDay;
      return this;
    }

    public Person usage(String name) {
      usageName = name;
      return this;
    }

    Person second(String name) {
      secondName = name;
      return this;
    }

    Person in(String insee) {
      town = insee;
      return this;
    }

    Person inTown(String name) {
      townName = name;
      return this;
    }

    public RegisteredHolder registered() {
      return new RegisteredHolder(
          last,
          usageName,
          first,
          secondName,
          null,
          sex,
          year,
          month,
          day,
          town,
          null,
          townName,
          null);
    }

    public Holder holder() {
      return new Holder(
          Holder.Kind.CIVIL_STATUS,
          last,
          usageName,
          first,
          secondName,
          null,
          sex,
          year,
          month,
          day,
          town,
          null,
          townName,
          null);
    }
  }
}
