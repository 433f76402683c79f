package org.guichet.flux.register;

import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.guichet.flux.Field;
import org.guichet.flux.Holder;
import org.jspecify.annotations.Nullable;

/** A value that a file and a register both may hold of a person. */
@SuppressWarnings("ImmutableEnumChecker") // the functions hold nothing
enum Compared {
  LAST_NAME(Field.LAST_NAME, Step.COMPULSORY, Holder::lastName, RegisteredHolder::lastName, true),
  FIRST_NAME(
      Field.FIRST_NAME, Step.COMPULSORY, Holder::firstName, RegisteredHolder::firstName, true),
  SEX(Field.SEX, Step.COMPULSORY, Holder::sex, RegisteredHolder::sex, false),
  YEAR(Field.BIRTH_YEAR, Step.COMPULSORY, Holder::birthYear, RegisteredHolder::birthYear, false),
  MONTH(Field.BIRTH_MONTH, Step.DAY, Holder::birthMonth, RegisteredHolder::birthMonth, false),
  DAY(Field.BIRTH_DAY, Step.DAY, Holder::birthDay, RegisteredHolder::birthDay, false),
  TOWN(Field.BIRTH_INSEE, Step.OPTIONAL, Holder::birthTown, RegisteredHolder::birthTown, false),
  POSTAL_CODE(
      Field.BIRTH_POSTAL,
      Step.OPTIONAL,
      Holder::birthPostalCode,
      RegisteredHolder::birthPostalCode,
      false),
  TOWN_NAME(
      Field.BIRTH_TOWN,
      Step.OPTIONAL,
      Holder::birthTownName,
      RegisteredHolder::birthTownName,
      Compared::townKey),
  COUNTRY(
      Field.BIRTH_COUNTRY,
      Step.OPTIONAL,
      Holder::birthCountry,
      RegisteredHolder::birthCountry,
      false),
  USAGE_NAME(Field.USAGE_NAME, Step.OPTIONAL, Holder::usageName, RegisteredHolder::usageName, true),
  SECOND_NAME(
      Field.SECOND_NAME, Step.OPTIONAL, Holder::secondName, RegisteredHolder::secondName, true),
  THIRD_NAME(Field.THIRD_NAME, Step.OPTIONAL, Holder::thirdName, RegisteredHolder::thirdName, true);

  private static final Pattern SAINT = Pattern.compile("(?<!\\pL)S(AIN)?T(E?)(?!\\pL)");

  private final Field field;
  private final Step step;
  private final Function<Holder, @Nullable Object> given;
  private final Function<RegisteredHolder, @Nullable Object> registered;
  private final UnaryOperator<String> key;

  Compared(
      Field field,
      Step step,
      Function<Holder, @Nullable Object> given,
      Function<RegisteredHolder, @Nullable Object> registered,
      boolean name) {
    this(field, step, given, registered, name ? NameFolding::key : code -> code);
  }

  Compared(
      Field field,
      Step step,
      Function<Holder, @Nullable Object> given,
      Function<RegisteredHolder, @Nullable Object> registered,
      UnaryOperator<String> key) {
    this.field = field;
    this.step = step;
    this.given = given;
    this.registered = registered;
    this.key = key;
  }

  /** When it is looked at. */
  enum Step {
    /** Always. */
    COMPULSORY,
    /** When several people agree in what is compulsory. */
    DAY,
    /** When several of them were born on the same day. */
    OPTIONAL
  }

  Field field() {
    return field;
  }

  Step step() {
    return step;
  }

  /** What the file says; empty when it doesn't. */
  String given(Holder holder) {
    return Objects.toString(given.apply(holder), "");
  }

  /** What the register says; empty when it doesn't. */
  String registered(RegisteredHolder person) {
    return Objects.toString(registered.apply(person), "");
  }

  /** The register's value in the form in which it is compared; empty when it lacks it. */
  String registeredKey(RegisteredHolder person) {
    return key.apply(registered(person));
  }

  /** Whether both sides know it, and it isn't the same. */
  boolean differs(Holder holder, RegisteredHolder person) {
    String ours = key.apply(given(holder));
    String theirs = registeredKey(person);
    return !ours.isEmpty() && !theirs.isEmpty() && !ours.equals(theirs);
  }

  /** Towns are written with Saint in full or abbreviated. */
  private static String townKey(String name) {
    return NameFolding.key(SAINT.matcher(name.toUpperCase(Locale.ROOT)).replaceAll("SAINT$2"));
  }
}
