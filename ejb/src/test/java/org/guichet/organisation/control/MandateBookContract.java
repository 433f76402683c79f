package org.guichet.organisation.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.guichet.organisation.OrganisationSamples.NOON;
import static org.guichet.organisation.OrganisationSamples.certifier;
import static org.guichet.organisation.OrganisationSamples.depositor;
import static org.guichet.organisation.OrganisationSamples.organisation;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.guichet.organisation.entity.Mandate;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.testing.Units;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What callers may rely on, whichever implementation runs. */
interface MandateBookContract {
  OrganisationId CERTIFIER = new OrganisationId(new UUID(1, 1));
  OrganisationId DEPOSITOR = new OrganisationId(new UUID(1, 2));
  OrganisationId OTHER = new OrganisationId(new UUID(1, 3));
  ZoneId PARIS = ZoneId.of("Europe/Paris");

  MandateBook book();

  Organisations organisations();

  Units units();

  @BeforeEach
  default void threeOrganisations() {
    units()
        .run(
            () -> {
              organisations().add(organisation(1, certifier("AAAAAAAA", "C-1")));
              organisations().add(organisation(2, depositor("BBBBBBBB")));
              organisations().add(organisation(3, depositor("CCCCCCCC")));
            });
  }

  private static Mandate mandate(
      long n, OrganisationId to, String from, Optional<LocalDate> until) {
    return Mandate.grant(new UUID(5, n), CERTIFIER, to, LocalDate.parse(from), until, NOON);
  }

  @Test
  default void findsThoseOfAPairByFirstDay() {
    units()
        .run(
            () -> {
              book().add(mandate(1, DEPOSITOR, "2027-01-01", Optional.empty()));
              book().add(mandate(2, OTHER, "2026-01-01", Optional.empty()));
              book()
                  .add(
                      mandate(3, DEPOSITOR, "2026-01-01", Optional.of(LocalDate.of(2026, 12, 31))));
            });
    units()
        .run(
            () -> {
              assertThat(book().between(CERTIFIER, DEPOSITOR))
                  .extracting(Mandate::id)
                  .containsExactly(new UUID(5, 3), new UUID(5, 1));
              assertThat(book().between(DEPOSITOR, CERTIFIER)).isEmpty();
              assertThat(book().of(CERTIFIER)).hasSize(3);
              assertThat(book().of(OTHER)).extracting(Mandate::id).containsExactly(new UUID(5, 2));
            });
  }

  @Test
  default void keepsTheTimeOfARevocation() {
    units().run(() -> book().add(mandate(1, DEPOSITOR, "2026-01-01", Optional.empty())));
    units()
        .run(
            () ->
                book()
                    .between(CERTIFIER, DEPOSITOR)
                    .forEach(mandate -> mandate.revoke(NOON.plusSeconds(60))));
    units()
        .run(
            () -> {
              Mandate found = book().between(CERTIFIER, DEPOSITOR).get(0);
              assertThat(found.inForce(NOON.plusSeconds(59), PARIS)).isTrue();
              assertThat(found.inForce(NOON.plusSeconds(60), PARIS)).isFalse();
              assertThat(found.until()).isEmpty();
            });
  }

  @Test
  default void findsWhatWasGivenOrRevokedSinceATime() {
    units()
        .run(
            () -> {
              book().add(mandate(1, DEPOSITOR, "2026-01-01", Optional.empty()));
              book().add(mandate(2, OTHER, "2026-01-01", Optional.empty()));
            });
    units()
        .run(
            () -> {
              assertThat(book().changedSince(CERTIFIER, NOON.minusSeconds(1), 9)).hasSize(2);
              assertThat(book().changedSince(CERTIFIER, NOON.minusSeconds(1), 1)).hasSize(1);
              assertThat(book().changedSince(CERTIFIER, NOON, 9)).isEmpty();
              book()
                  .between(CERTIFIER, OTHER)
                  .forEach(mandate -> mandate.revoke(NOON.plusSeconds(60)));
            });
    units()
        .run(
            () -> {
              assertThat(book().changedSince(CERTIFIER, NOON, 9))
                  .extracting(Mandate::id)
                  .containsExactly(new UUID(5, 2));
              assertThat(book().changedSince(OTHER, NOON, 9)).hasSize(1);
              assertThat(book().changedSince(DEPOSITOR, NOON, 9)).isEmpty();
            });
  }
}
