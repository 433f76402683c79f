package org.guichet.web.deposits;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.guichet.deposit.boundary.EntryDrafts;
import org.guichet.deposit.boundary.SingleEntry;
import org.guichet.deposit.entity.DepositDetails;
import org.guichet.deposit.entity.EntryCheck;
import org.guichet.deposit.entity.EntryOffer;
import org.guichet.deposit.entity.KeptEntry;
import org.guichet.deposit.entity.NewPassage;
import org.guichet.flux.edit.PassageFields;
import org.guichet.flux.edit.PassageText;
import org.guichet.web.CurrentVisitor;
import org.guichet.web.Moments;
import org.guichet.web.Notices;
import org.guichet.web.PageLanguage;
import org.guichet.web.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Backs {@code /portal/entry}: one passage to be typed, checked as often as wanted, and dropped
 * once nothing would refuse it.
 */
@Named
@RequestScoped
public class EntryPage {
  private static final int ONLY = 1;

  @Inject HttpServletRequest request;
  @Inject CurrentVisitor visitor;
  @Inject PageLanguage language;
  @Inject SingleEntry entry;
  @Inject EntryDrafts drafts;
  @Inject Notices notices;
  @Inject Moments dates;

  private @Nullable EntryOffer offer;
  private @Nullable KeptEntry draft;
  private @Nullable List<Draft> kept;
  private boolean sought;
  private boolean apart;
  private @Nullable EntryCheck check;
  private @Nullable List<PassageForm.Section> sections;

  /** Checks or drops what was sent, if anything was. */
  public @Nullable String act() throws IOException {
    if (!isSent()) {
      return isGone() ? notices.warning("entry.draft.GONE").stay() : notices.stay();
    }
    return switch (parameter("go")) {
      case "drop" -> drop();
      case "keep" -> keep();
      case "forget" -> forget();
      default -> {
        judged(entry.check(visitor.caller(), typed(), language.getLocale()), false);
        yield notices.stay();
      }
    };
  }

  private @Nullable String drop() throws IOException {
    return entry
        .drop(visitor.caller(), typed(), language.getLocale())
        .<@Nullable String>fold(
            dropped -> {
              draftId().ifPresent(id -> drafts.forget(visitor.caller(), id));
              return notices.info("entry.DROPPED").to("/portal/deposit?number=" + dropped.number());
            },
            faulty -> {
              judged(faulty.check(), true);
              return notices.stay();
            });
  }

  private @Nullable String keep() {
    return drafts
        .keep(visitor.caller(), draftId(), version(), visitor.getName(), typed())
        .<@Nullable String>fold(
            kept -> notices.info("entry.draft.KEPT").to("/portal/entry?draft=" + kept.id()),
            overtaken -> {
              apart = true;
              return notices
                  .error(
                      "entry.draft.OVERTAKEN",
                      overtaken.editor(),
                      dates.shortly(overtaken.editedAt()))
                  .stay();
            },
            full -> notices.error("entry.draft.FULL", full.most()).stay());
  }

  private @Nullable String forget() {
    boolean gone = draftId().filter(id -> drafts.forget(visitor.caller(), id)).isPresent();
    return (gone ? notices.info("entry.draft.FORGOTTEN") : notices.warning("entry.draft.GONE"))
        .to("/portal/entry");
  }

  private Optional<UUID> draftId() {
    try {
      return parameter("draft").isEmpty()
          ? Optional.empty()
          : Optional.of(UUID.fromString(parameter("draft")));
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // as if it were gone
    }
  }

  private long version() {
    String version = parameter("version");
    return version.matches("\\d{1,18}") ? Long.parseLong(version) : 0;
  }

  /** Which draft is gone on with, as it is kept; null for none. */
  private @Nullable KeptEntry draft() {
    if (!sought) {
      draft = draftId().flatMap(id -> drafts.find(visitor.caller(), id)).orElse(null);
      sought = true;
    }
    return draft;
  }

  private boolean isGone() {
    return !parameter("draft").isEmpty() && draft() == null;
  }

  /**
   * Id of the draft that the form goes on with; empty for none. One that a colleague has changed
   * meanwhile isn't gone on with: what is typed can be kept apart.
   */
  public String getDraft() {
    KeptEntry known = draft();
    return known == null || apart ? "" : known.id().toString();
  }

  /** The state that the form was shown of it. */
  public long getVersion() {
    KeptEntry known = draft();
    return isSent() || known == null ? version() : known.version();
  }

  /** Who kept it last, and when, in words; empty for none. */
  public String getKept() {
    KeptEntry known = draft();
    return known == null || apart
        ? ""
        : text("entry.draft.kept", known.editor(), dates.shortly(known.editedAt()));
  }

  /** What was kept and hasn't been dropped yet, but for the one that is gone on with. */
  public List<Draft> getDrafts() {
    if (kept == null) {
      String here = getDraft();
      kept =
          drafts.list(visitor.caller()).stream()
              .filter(one -> !one.id().toString().equals(here))
              .map(this::listed)
              .toList();
    }
    return kept;
  }

  private Draft listed(KeptEntry one) {
    Map<String, String> values = one.passage().values();
    String holder =
        Stream.of("nomNaissance", "prenom1")
            .map(field -> values.getOrDefault("/identificationTitulaire/titulaire/" + field, ""))
            .filter(name -> !name.isEmpty())
            .collect(Collectors.joining(" "));
    return new Draft(
        one.id(),
        holder.isEmpty() ? text("entry.draft.unnamed") : holder,
        Stream.of(one.passage().code(), values.getOrDefault(PassageFields.ID, ""))
            .filter(word -> !word.isEmpty())
            .collect(Collectors.joining(" · ")),
        text("entry.draft.kept", one.editor(), dates.shortly(one.editedAt())));
  }

  /**
   * A passage that was kept.
   *
   * @param holder name
   * @param what certification and idTechnique
   * @param kept by whom and when, in words
   */
  public record Draft(UUID id, String holder, String what, String kept) {}

  private void judged(EntryCheck judged, boolean dropping) {
    check = judged;
    if (dropping) {
      judged.refusal().ifPresent(why -> notices.error("entry.refused", why.reason(), why.mend()));
      getSections().stream()
          .flatMap(section -> section.fields().stream())
          .filter(PassageForm.FormField::wrong)
          .forEach(
              field ->
                  notices.errorAt(
                      field.id(), "entry.fault", field.label(), field.told().get(0).title()));
      Stream.concat(getWhole().stream(), getCertificationTold().stream())
          .filter(PassageForm.Told::blocks)
          .forEach(told -> notices.error("entry.fault.whole", told.title(), told.explanation()));
    } else if (judged.good()) {
      notices.info("entry.good");
    }
  }

  private EntryOffer offer() {
    if (offer == null) {
      offer = entry.offer(visitor.caller());
    }
    return offer;
  }

  private NewPassage typed() {
    String[] contract = parameter("contract").split("\\|", 2);
    Map<String, String> values =
        new LinkedHashMap<>(PassageForm.typed(request.getParameterMap(), ONLY));
    values.keySet().removeIf(path -> PassageFields.rule(path) == null);
    return new NewPassage(
        contract[0],
        contract.length > 1 ? contract[1] : "",
        parameter("type").strip(),
        parameter("code").strip(),
        values);
  }

  private String parameter(String name) {
    return Optional.ofNullable(request.getParameter(name)).orElse("");
  }

  public String getTitle() {
    offer(); // for those who may
    return text("entry.title");
  }

  public boolean isPossible() {
    return !offer().contracts().isEmpty();
  }

  public List<PassageForm.Option> getContracts() {
    KeptEntry known = draft();
    String chosen =
        isSent() || known == null
            ? parameter("contract")
            : known.passage().certifier() + "|" + known.passage().contract();
    return offer().contracts().stream()
        .map(
            one -> {
              String value = one.certifier() + "|" + one.contract();
              return new PassageForm.Option(
                  value,
                  text("entry.contract.one", one.contract(), one.name(), one.certifier()),
                  value.equals(chosen));
            })
        .toList();
  }

  public List<PassageForm.Option> getTypes() {
    String chosen = isSent() ? parameter("type") : usual().type();
    return Stream.of("RNCP", "RS")
        .map(type -> new PassageForm.Option(type, type, type.equals(chosen)))
        .toList();
  }

  public String getCode() {
    return isSent() ? parameter("code") : usual().code();
  }

  /** Codes of certifications that were deposited for before. */
  public List<String> getCodes() {
    return offer().certifications().stream()
        .map(EntryOffer.OfferedCertification::code)
        .distinct()
        .toList();
  }

  private boolean isSent() {
    return request.getMethod().equals("POST");
  }

  /** That of the draft, else the one that was deposited for last. */
  private EntryOffer.OfferedCertification usual() {
    KeptEntry known = draft();
    if (known != null) {
      return new EntryOffer.OfferedCertification(known.passage().type(), known.passage().code());
    }
    return offer().certifications().stream()
        .findFirst()
        .orElse(new EntryOffer.OfferedCertification("RNCP", ""));
  }

  public List<PassageForm.Section> getSections() {
    if (sections == null) {
      sections = form().sections(List.of(), true);
    }
    return sections;
  }

  private PassageForm form() {
    Map<String, String> typed = new LinkedHashMap<>();
    KeptEntry known = draft();
    if (isSent()) {
      typed.putAll(PassageForm.typed(request.getParameterMap(), ONLY));
    } else if (known != null) {
      typed.putAll(known.passage().values());
    } else {
      typed.put(PassageFields.ID, offer().idTechnique());
      typed.put("/donneeCertifiee", "true");
      typed.put("/presenceNiveauLangueEuro", "false");
      typed.put("/presenceNiveauNumeriqueEuro", "false");
    }
    PassageText empty = PassageText.empty();
    EntryCheck judged = check;
    return judged == null
        ? new PassageForm(ONLY, empty, empty, List.of(), typed, texts())
        : new PassageForm(ONLY, empty, judged.passage(), judged.findings(), typed, texts());
  }

  /** What is wrong in no single field. */
  public List<PassageForm.Told> getWhole() {
    return check == null ? List.of() : form().whole();
  }

  /** What is wrong with the certification. */
  public List<PassageForm.Told> getCertificationTold() {
    return check == null
        ? List.of()
        : check.certification().stream()
            .map(finding -> PassageForm.told(finding, language.getLocale()))
            .toList();
  }

  public DepositDetails.@Nullable Told getRefusal() {
    return check == null ? null : check.refusal().orElse(null);
  }

  private String text(String key, Object... arguments) {
    return texts().text(key, arguments);
  }

  private Texts texts() {
    return Texts.in(language.getLocale());
  }
}
