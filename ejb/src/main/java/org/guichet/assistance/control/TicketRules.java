package org.guichet.assistance.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.guichet.assistance.entity.TicketKind;
import org.guichet.assistance.entity.TicketMessage;
import org.guichet.assistance.entity.TicketMistake;
import org.guichet.assistance.entity.TicketMistake.Code;
import org.guichet.assistance.entity.TicketRequest;
import org.guichet.assistance.entity.TicketRequest.AskedOrganisation;
import org.guichet.assistance.entity.TicketRequest.Contact;
import org.guichet.platform.entity.Matricule;

/** What a request must look like, and how it is kept. */
public final class TicketRules {
  private static final int NAME_AT_MOST = 200;
  private static final int PHONE_AT_MOST = 40;
  private static final int ORGANISATION_AT_MOST = 255;
  private static final int SEAT_AT_MOST = 500;
  private static final int WISHES_AT_MOST = 2000;
  private static final int EMAIL_AT_MOST = 254;
  private static final Pattern EMAIL =
      Pattern.compile(
          "[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]{1,63}(\\.[A-Za-z0-9-]{1,63})*");
  private static final Pattern LINE_ENDS = Pattern.compile("\\R");
  private static final Pattern ODD = Pattern.compile("[\\p{Cntrl}&&[^\\n]]+");

  private TicketRules() {}

  /** The same, as it is kept: stripped, on one line each but for longer texts. */
  public static TicketRequest tidy(TicketRequest typed) {
    Contact contact = typed.contact();
    AskedOrganisation about = typed.organisation();
    return new TicketRequest(
        typed.kind(),
        new Contact(
            line(contact.name()),
            line(contact.email()),
            line(contact.phone()),
            contact.language().getLanguage().equals(Locale.ENGLISH.getLanguage())
                ? Locale.ENGLISH
                : Locale.FRENCH),
        new AskedOrganisation(
            line(about.name()),
            line(about.legalName()),
            text(about.seat()),
            RegistrationNumbers.parse(about.registration()).orElse(line(about.registration())),
            line(about.matricule()).toUpperCase(Locale.ROOT),
            text(about.wishes())),
        text(typed.message()));
  }

  private static String line(String typed) {
    return text(typed).replace('\n', ' ');
  }

  /** A longer text: lines end in one way, and nothing else in it controls anything. */
  public static String text(String typed) {
    return ODD.matcher(LINE_ENDS.matcher(typed).replaceAll("\n")).replaceAll(" ").strip();
  }

  /** The mistakes of a tidy request, in the order of its fields. */
  public static List<TicketMistake> mistakes(TicketRequest request) {
    List<TicketMistake> mistakes = new ArrayList<>();
    AskedOrganisation about = request.organisation();
    TicketKind kind = request.kind();
    if (kind.asksForAnOrganisation()) {
      check(mistakes, "designation", about.name(), ORGANISATION_AT_MOST, true);
      check(mistakes, "legalName", about.legalName(), ORGANISATION_AT_MOST, true);
      check(mistakes, "seat", about.seat(), SEAT_AT_MOST, true);
      if (check(mistakes, "registration", about.registration(), NAME_AT_MOST, true)
          && RegistrationNumbers.parse(about.registration()).isEmpty()) {
        mistakes.add(TicketMistake.of("registration", Code.REGISTRATION_MALFORMED));
      }
      check(mistakes, "wishes", about.wishes(), WISHES_AT_MOST, kind == TicketKind.DEPOSITOR);
    } else if (check(
            mistakes,
            "matricule",
            about.matricule(),
            NAME_AT_MOST,
            kind == TicketKind.ADMINISTRATOR)
        && Matricule.parse(about.matricule()).isEmpty()) {
      mistakes.add(TicketMistake.of("matricule", Code.MATRICULE_MALFORMED));
    }
    check(mistakes, "name", request.contact().name(), NAME_AT_MOST, true);
    if (!isEmail(request.contact().email())) {
      mistakes.add(TicketMistake.of("email", Code.EMAIL_MALFORMED));
    }
    check(mistakes, "phone", request.contact().phone(), PHONE_AT_MOST, false);
    check(mistakes, "message", request.message(), TicketMessage.MOST, kind == TicketKind.OTHER);
    return mistakes;
  }

  /** The mistake of a message, if there is one. */
  public static Optional<TicketMistake> mistake(String field, String text) {
    List<TicketMistake> mistakes = new ArrayList<>();
    check(mistakes, field, text, TicketMessage.MOST, true);
    return mistakes.stream().findFirst();
  }

  /** Notes what is wrong; returns whether there is something more to look at. */
  private static boolean check(
      List<TicketMistake> mistakes, String field, String text, int most, boolean needed) {
    if (text.isEmpty()) {
      if (needed) {
        mistakes.add(TicketMistake.of(field, Code.MISSING));
      }
      return false;
    }
    if (text.length() > most) {
      mistakes.add(TicketMistake.of(field, Code.TOO_LONG, Integer.toString(most)));
      return false;
    }
    return true;
  }

  /** An address that mail can be sent to; what would need quoting isn't taken. */
  private static boolean isEmail(String text) {
    return text.length() <= EMAIL_AT_MOST
        && EMAIL.matcher(text).matches()
        && !text.startsWith(".")
        && !text.contains("..")
        && !text.contains(".@");
  }
}
