package org.guichet.invitation.control;

import java.text.MessageFormat;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.guichet.invitation.entity.InvitationPlace;
import org.guichet.invitation.entity.InvitationView;
import org.guichet.platform.entity.DayText;
import org.guichet.platform.entity.Paper;
import org.guichet.platform.entity.Paper.Fact;

/** Codes on paper, each with whom it is for and how it is used: to be handed out. */
public final class HandOut {
  private static final ResourceBundle.Control NO_FALLBACK =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private final Locale language;
  private final ResourceBundle texts;

  private HandOut(Locale language) {
    this.language = language;
    texts = ResourceBundle.getBundle("org.guichet.invitation.invitation", language, NO_FALLBACK);
  }

  /**
   * Codes that were made at once and still work.
   *
   * @param address of the page that takes codes
   */
  public static Paper paper(List<InvitationView> codes, String address, Locale reader) {
    boolean english = reader.getLanguage().equals(Locale.ENGLISH.getLanguage());
    return new HandOut(english ? Locale.ENGLISH : Locale.FRENCH).write(codes, address);
  }

  private Paper write(List<InvitationView> codes, String address) {
    List<Paper.Part> parts = new ArrayList<>();
    parts.add(Paper.Part.texts("", List.of(text("paper.safely"), text("paper.use", address))));
    codes.forEach(code -> parts.add(part(code)));
    return new Paper(
        language,
        text("paper.office"),
        text("paper.title"),
        codes.isEmpty() ? "" : place(codes.get(0).place()),
        new Paper.Stamp(Paper.Look.NEUTRAL, text("paper.count", Integer.toString(codes.size()))),
        parts,
        text("paper.foot"),
        codes.isEmpty() ? Instant.EPOCH : codes.get(0).createdAt());
  }

  private Paper.Part part(InvitationView view) {
    List<Fact> facts = new ArrayList<>();
    view.holder().ifPresent(one -> facts.add(new Fact(text("paper.email"), one.email(), false)));
    facts.add(new Fact(text("paper.code"), view.code().orElse(view.beginning()), true));
    facts.add(new Fact(text("paper.place"), place(view.place()), false));
    facts.add(new Fact(text("paper.last-day"), DayText.day(view.lastDay(), language), false));
    return Paper.Part.facts(
        view.holder().map(InvitationView.Holder::name).filter(name -> !name.isEmpty()).orElse(""),
        facts);
  }

  private String place(InvitationPlace place) {
    return place.names().in(language) + " (" + place.code() + ")";
  }

  private String text(String key, Object... arguments) {
    return new MessageFormat(texts.getString(key), language).format(arguments);
  }
}
