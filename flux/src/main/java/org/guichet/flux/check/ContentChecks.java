package org.guichet.flux.check;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.guichet.flux.CertificationCheck;
import org.guichet.flux.Checking;
import org.guichet.flux.FindingCode;
import org.guichet.flux.PassageCheck;
import org.guichet.flux.Severities;

/** All content checks. A new one is a class, an entry here, its texts and a pair of fixtures. */
public final class ContentChecks {
  private static final List<CertificationCheck> OF_CERTIFICATIONS =
      List.of(
          new CertificationTypeCheck(), new CertificationCodeCheck(), new DepositorNatureCheck());

  private static final List<PassageCheck> OF_PASSAGES =
      List.of(
          new IdTechniqueBlanksCheck(),
          new CertifiedDataCheck(),
          new ValidityOrderCheck(),
          new ValidFromFutureCheck(),
          new DeadlineCheck(),
          new ExamOrderCheck(),
          new LanguageLevelCheck(),
          new DigitalLevelCheck(),
          new ScoringCheck(),
          new VaeRouteCheck(),
          new EnrolmentCheck(),
          new BlankNameCheck(),
          new NameCharactersCheck(),
          new BirthdayCheck(),
          new AgeCheck(),
          new InseeFormCheck(),
          new PostalFormCheck(),
          new CountryCodeCheck(),
          new BirthPlaceCheck(),
          new NirCheck());

  private ContentChecks() {}

  /**
   * All of them, without those that are switched off.
   *
   * @param day of the deposit, where the depositor is
   */
  public static Checking checking(LocalDate day, Severities severities) {
    return new Checking(
        day,
        OF_PASSAGES.stream().filter(check -> wanted(check.codes(), severities)).toList(),
        OF_CERTIFICATIONS.stream().filter(check -> wanted(check.codes(), severities)).toList(),
        severities);
  }

  /** Gets what they look things up in; else the first passage that wants it waits for it. */
  public static void prepare() {
    BirthPlaces.packaged();
  }

  private static boolean wanted(Set<FindingCode> codes, Severities severities) {
    return codes.stream().anyMatch(code -> severities.of(code).isPresent());
  }
}
