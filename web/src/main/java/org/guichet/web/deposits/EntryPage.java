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
import java.util.stream.Stream;
import org.guichet.deposit.boundary.SingleEntry;
import org.guichet.deposit.entity.DepositDetails;
import org.guichet.deposit.entity.EntryCheck;
import org.guichet.deposit.entity.EntryOffer;
import org.guichet.deposit.entity.NewPassage;
import org.guichet.flux.edit.PassageFields;
import org.guichet.flux.edit.PassageText;
import org.guichet.web.CurrentVisitor;
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
  @Inject Notices notices;

  private @Nullable EntryOffer offer;
  private @Nullable EntryCheck check;
  private @Nullable List<PassageForm.Section> sections;

  /** Checks or drops what was sent, if anything was. */
  public @Nullable String act() throws IOException {
    if (!request.getMethod().equals("POST")) {
      return notices.stay();
    }
    if (!"drop".equals(request.getParameter("go"))) {
      judged(entry.check(visitor.caller(), typed(), language.getLocale()), false);
      return notices.stay();
    }
    return entry
        .drop(visitor.caller(), typed(), language.getLocale())
        .<@Nullable String>fold(
            dropped ->
                notices.info("entry.DROPPED").to("/portal/deposit?number=" + dropped.number()),
            faulty -> {
              judged(faulty.check(), true);
              return notices.stay();
            });
  }

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
    String chosen = parameter("contract");
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
    String chosen = parameter("type").isEmpty() ? usual().type() : parameter("type");
    return Stream.of("RNCP", "RS")
        .map(type -> new PassageForm.Option(type, type, type.equals(chosen)))
        .toList();
  }

  public String getCode() {
    return request.getParameter("code") == null ? usual().code() : parameter("code");
  }

  /** Codes of certifications that were deposited for before. */
  public List<String> getCodes() {
    return offer().certifications().stream()
        .map(EntryOffer.OfferedCertification::code)
        .distinct()
        .toList();
  }

  private EntryOffer.OfferedCertification usual() {
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
    if (request.getMethod().equals("POST")) {
      typed.putAll(PassageForm.typed(request.getParameterMap(), ONLY));
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
