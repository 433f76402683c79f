package org.guichet.web.deposits;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.guichet.deposit.boundary.Corrections;
import org.guichet.deposit.entity.Clash;
import org.guichet.deposit.entity.CorrectionCounts;
import org.guichet.deposit.entity.CorrectionSheet;
import org.guichet.deposit.entity.CorrectionShow;
import org.guichet.deposit.entity.DepositDetails;
import org.guichet.deposit.entity.MendingPassage;
import org.guichet.deposit.entity.PassageDraft;
import org.guichet.deposit.entity.PassageEdit;
import org.guichet.flux.Finding;
import org.guichet.platform.entity.PageRequest;
import org.guichet.web.Asked;
import org.guichet.web.CurrentVisitor;
import org.guichet.web.Moments;
import org.guichet.web.Notices;
import org.guichet.web.PageLanguage;
import org.guichet.web.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Backs {@code /portal/mend?number=…}: the rejected passages of a deposit as a form. What is sent
 * is kept and checked at once; the same passages are shown again, or what is ready is dropped.
 */
@Named
@RequestScoped
public class MendPage {
  private static final int SIZE = 10;
  private static final String VERSION = "v:";

  @Inject HttpServletRequest request;
  @Inject CurrentVisitor visitor;
  @Inject PageLanguage language;
  @Inject Corrections corrections;
  @Inject DepositPage deposit;
  @Inject Notices notices;
  @Inject Moments dates;

  private final Map<Integer, Clash> clashes = new HashMap<>();
  private @Nullable CorrectionSheet sheet;
  private @Nullable List<Row> rows;

  /** Keeps what was sent, if anything was, and leads on. */
  public @Nullable String act() throws IOException {
    if (!request.getMethod().equals("POST")) {
      return notices.stay();
    }
    List<PassageEdit> edits = edits();
    for (Clash clash :
        corrections.save(visitor.caller(), deposit.number(), visitor.getName(), edits)) {
      clashes.put(clash.position(), clash);
      notices.errorAt(
          "p" + clash.position(), wording(clash), clash.editor(), dates.fully(clash.editedAt()));
    }
    if (!clashes.isEmpty()) {
      return notices.stay();
    }
    return "drop".equals(request.getParameter("go"))
        ? drop()
        : notices.to("/portal/mend?" + query() + "keep=" + keep(edits));
  }

  private static String wording(Clash clash) {
    return clash.editor().isEmpty() ? "mend.clash.gone" : "mend.clash";
  }

  private static String keep(List<PassageEdit> edits) {
    return edits.stream()
        .map(edit -> Integer.toString(edit.position()))
        .collect(Collectors.joining("."));
  }

  private @Nullable String drop() throws IOException {
    return corrections
        .drop(visitor.caller(), deposit.number())
        .<@Nullable String>fold(
            dropped ->
                notices
                    .info("mend.DROPPED", dropped.passages())
                    .to("/portal/deposit?number=" + dropped.number()),
            nothing ->
                notices.warning("mend.NOTHING_READY").to("/portal/mend?" + query() + "show=FAULTY"),
            uncuttable -> notices.warning("mend.UNCUTTABLE").to("/portal/mend?" + query()),
            pending ->
                pending
                    .number()
                    .map(number -> notices.warning("mend.PENDING", Long.toString(number)))
                    .orElseGet(() -> notices.warning("mend.BEING_DROPPED"))
                    .to("/portal/mend?" + query()));
  }

  private List<PassageEdit> edits() {
    List<PassageEdit> edits = new ArrayList<>();
    request
        .getParameterMap()
        .forEach(
            (name, values) -> {
              if (name.matches("v:[1-9]\\d{0,8}") && values[0].matches("\\d{1,18}")) {
                int position = Integer.parseInt(name.substring(VERSION.length()));
                edits.add(edit(position, Long.parseLong(values[0])));
              }
            });
    edits.sort(Comparator.comparing(PassageEdit::position)); // parameters have no order
    return edits;
  }

  private PassageEdit edit(int position, long version) {
    Map<String, String> typed = PassageForm.typed(request.getParameterMap(), position);
    boolean out = request.getParameter("out:" + position) != null;
    String shown = request.getParameter("s:" + position);
    return new PassageEdit(
        position, version, typed, out, ShownPassage.print(typed, out).equals(shown));
  }

  private CorrectionSheet sheet() {
    if (sheet == null) {
      try {
        sheet =
            corrections.view(
                visitor.caller(),
                deposit.number(),
                show(),
                new PageRequest((getPage() - 1) * SIZE, SIZE),
                kept(),
                language.getLocale());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return sheet;
  }

  private CorrectionShow show() {
    return new Asked(request).one("show", CorrectionShow.class).orElse(CorrectionShow.ALL);
  }

  /** What was on the page that was sent, or what the address names. */
  private List<Integer> kept() {
    if (!clashes.isEmpty()) {
      return edits().stream().map(PassageEdit::position).toList();
    }
    return Stream.of(new Asked(request).text("keep").split("\\.", -1))
        .filter(text -> text.matches("[1-9]\\d{0,8}"))
        .limit(SIZE)
        .map(Integer::valueOf)
        .toList();
  }

  public String getTitle() {
    int all = sheet().counts().all();
    return all == 0 ? text("mend.title.none") : text("mend.title", all);
  }

  public long getNumber() {
    return sheet().task().number();
  }

  public String getNumberText() {
    return number(getNumber());
  }

  public boolean isOver() {
    return sheet().counts().all() == 0;
  }

  /**
   * What goes with the mended passages, of a file that was refused as a whole; empty for nothing.
   */
  public String getSound() {
    int sound = sheet().counts().sound();
    return sound == 0 ? "" : text("mend.sound", sound);
  }

  /** Whether there are passages, but nobody knows where they stand in their file. */
  public boolean isUncut() {
    return sheet().total() > 0 && getPage() == 1 && !isKept();
  }

  /** A correction of this deposit that isn't decided yet; null for none. */
  public @Nullable Long getPending() {
    return sheet().task().pending().orElse(null);
  }

  public DepositDetails.@Nullable Told getRefusal() {
    return sheet().refusal().orElse(null);
  }

  /** Who else has worked on it, and when; empty for nobody. */
  public String getOthers() {
    return sheet()
        .lastEdited()
        .filter(draft -> !draft.editedBy().equals(visitor.caller().label()))
        .map(draft -> text("mend.others", draft.editor(), dates.fully(draft.editedAt())))
        .orElse("");
  }

  /** When somebody changed something last; empty for never. */
  public String getSaved() {
    return sheet()
        .lastEdited()
        .map(draft -> text("mend.saved", dates.fully(draft.editedAt())))
        .orElse("");
  }

  public List<Chip> getChips() {
    CorrectionCounts counts = sheet().counts();
    return Stream.of(CorrectionShow.values())
        .map(
            one ->
                new Chip(
                    text("mend.show." + one),
                    number(
                        switch (one) {
                          case ALL -> counts.all();
                          case FAULTY -> counts.faulty();
                          case READY -> counts.ready();
                          case LEFT_OUT -> counts.leftOut();
                        }),
                    "?number=" + deposit.number() + "&show=" + one,
                    one == show()))
        .toList();
  }

  /** How far it has come, in a sentence. */
  public String getProgress() {
    CorrectionCounts counts = sheet().counts();
    return text("mend.progress", counts.ready(), counts.faulty(), counts.leftOut());
  }

  /** What the button that drops says. */
  public String getDropping() {
    int ready = sheet().counts().ready();
    return text("mend.drop", ready);
  }

  public int getPage() {
    return new Asked(request).page();
  }

  public boolean isMore() {
    return kept().isEmpty() && (long) getPage() * SIZE < sheet().total();
  }

  public boolean isKept() {
    return !kept().isEmpty();
  }

  public String getExtent() {
    if (sheet().passages().isEmpty() || isKept()) {
      return "";
    }
    long first = (getPage() - 1L) * SIZE + 1;
    return text(
        "deposit.passages.extent",
        number(first),
        number(first + sheet().passages().size() - 1),
        number(sheet().total()));
  }

  /** Asks for the same kind again; ends so that more can follow. */
  public String getQuery() {
    return query();
  }

  private String query() {
    return Asked.query(
        Map.of(
            "number",
            Long.toString(deposit.number()),
            "show",
            show() == CorrectionShow.ALL ? "" : show().name()));
  }

  public List<Row> getRows() {
    if (rows == null) {
      rows = sheet().passages().stream().map(this::row).toList();
    }
    return rows;
  }

  private Row row(MendingPassage passage) {
    int position = passage.row().position();
    Clash clash = clashes.get(position);
    Map<String, String> typed =
        clash == null ? Map.of() : PassageForm.typed(request.getParameterMap(), position);
    PassageForm form = form(passage, typed);
    boolean idEditable = passage.row().idFaulty();
    Set<String> faulty = passage.row().faultyFields(passage.sent());
    List<PassageForm.FormField> pointed = form.pointed(faulty, idEditable);
    Optional<PassageDraft> draft = passage.row().draft();
    boolean out = draft.filter(PassageDraft::leftOut).isPresent();
    boolean good = draft.isPresent() && passage.left().stream().noneMatch(Finding::blocks);
    String state = out ? "out" : good ? "ready" : draft.isPresent() ? "still" : "rejected";
    return new Row(
        position,
        draft.map(PassageDraft::version).orElse(0L),
        ShownPassage.print(form(passage, Map.of()).values(faulty, idEditable), out),
        clash == null ? "" : text(wording(clash), clash.editor(), dates.fully(clash.editedAt())),
        holder(passage),
        passage.row().idTechnique().orElse(""),
        text("deposit.passage.place", position, passage.row().line()),
        passage.row().code(),
        pointed,
        form.sections(pointed, idEditable),
        form.whole(),
        text("mend.state." + state),
        out ? "ne" : good ? "ok" : "ko",
        out ? "ban" : good ? "up" : "down",
        out,
        draft.filter(PassageDraft::declaredAnew).isPresent());
  }

  private PassageForm form(MendingPassage passage, Map<String, String> typed) {
    return new PassageForm(
        passage.row().position(), passage.sent(), passage.now(), passage.left(), typed, texts());
  }

  /** Names of the holder as they were sent; empty where there are none. */
  private static String holder(MendingPassage passage) {
    Map<String, String> values = passage.sent().values();
    return Stream.of("nomNaissance", "nomTitulaire", "prenom1", "prenom1Titulaire")
        .flatMap(
            name ->
                values.entrySet().stream()
                    .filter(entry -> entry.getKey().endsWith("/" + name))
                    .map(Map.Entry::getValue))
        .collect(Collectors.joining(" "));
  }

  private String number(long number) {
    return NumberFormat.getIntegerInstance(language.getLocale()).format(number);
  }

  private String text(String key, Object... arguments) {
    return texts().text(key, arguments);
  }

  private Texts texts() {
    return Texts.in(language.getLocale());
  }

  /** A kind of passages to look at. */
  public record Chip(String text, String count, String address, boolean on) {}

  /**
   * A passage.
   *
   * @param version of its draft; 0 for none
   * @param shown fingerprint of what is kept of it, to be sent with the form
   * @param clash why what was typed isn't kept; empty when it is
   * @param pointed fields that something is wrong with, or was
   * @param rest all other fields
   * @param whole what is wrong in no single field
   * @param anew whether it was accepted, and is taken back
   */
  public record Row(
      int position,
      long version,
      String shown,
      String clash,
      String holder,
      String idTechnique,
      String place,
      String code,
      List<PassageForm.FormField> pointed,
      List<PassageForm.Section> rest,
      List<PassageForm.Told> whole,
      String state,
      String look,
      String icon,
      boolean out,
      boolean anew) {
    public Row {
      pointed = List.copyOf(pointed);
      rest = List.copyOf(rest);
      whole = List.copyOf(whole);
    }
  }
}
