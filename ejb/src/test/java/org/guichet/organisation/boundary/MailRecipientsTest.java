package org.guichet.organisation.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.guichet.organisation.boundary.OrganisationDesk.OPERATOR;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.guichet.organisation.OrganisationSamples;
import org.guichet.organisation.entity.AddRecipientOutcome;
import org.guichet.organisation.entity.MailRecipientView;
import org.guichet.organisation.entity.MailTiming;
import org.guichet.organisation.entity.MailedReceipt;
import org.guichet.organisation.entity.Mistake;
import org.guichet.organisation.entity.NewMailRecipient;
import org.guichet.organisation.entity.OrganisationView;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.Channel;
import org.guichet.platform.entity.KeyId;
import org.guichet.platform.entity.Matricule;
import org.guichet.platform.entity.RefusedException;
import org.guichet.testing.CountingIds;
import org.guichet.testing.FakeClock;
import org.guichet.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** On the real tables, since rows come and go with their organisation's. */
class MailRecipientsTest {
  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.shared();

  private static final Set<MailedReceipt> BOTH = EnumSet.allOf(MailedReceipt.class);
  private static final Matricule SCHOOL = Matricule.parse("AAAAAAAA").orElseThrow();

  private final OrganisationDesk desk =
      OrganisationDesk.on(DATABASE, FakeClock.at(OrganisationSamples.NOON), new CountingIds());

  private OrganisationView school() {
    return DATABASE.inTransaction(() -> desk.depositor("AAAAAAAA"));
  }

  private String add(String address, Locale language, Set<MailedReceipt> what, MailTiming when) {
    return DATABASE.inTransaction(
        () ->
            desk.recipients()
                .add(OPERATOR, SCHOOL, new NewMailRecipient(address, language, what, when))
                .fold(
                    added -> "added",
                    changed -> "changed",
                    known -> "known",
                    MailRecipientsTest::mistakes));
  }

  private static String mistakes(AddRecipientOutcome.Refused refused) {
    return refused.mistakes().stream().map(Mistake::code).toList().toString();
  }

  private List<MailRecipientView> listed() {
    return DATABASE.inTransaction(() -> desk.recipients().list(OPERATOR, SCHOOL));
  }

  @Test
  void anOrganisationBeginsWithItsContactAndEachReceipt() {
    OrganisationView school = school();
    assertThat(listed())
        .extracting(
            MailRecipientView::id,
            MailRecipientView::address,
            MailRecipientView::receipts,
            MailRecipientView::timing)
        .containsExactly(tuple(school.id().value(), school.email(), BOTH, MailTiming.EACH));
  }

  @Test
  void addsChangesAndRemovesAndRepeatingIsHarmless() {
    OrganisationView school = school();
    assertThat(add("Zoe@b.example", Locale.ENGLISH, BOTH, MailTiming.DAILY)).isEqualTo("added");
    assertThat(add("zoe@B.example", Locale.ENGLISH, BOTH, MailTiming.DAILY)).isEqualTo("known");
    assertThat(
            add(
                "zoe@b.example",
                Locale.FRENCH,
                Set.of(MailedReceipt.PROCESSING),
                MailTiming.KO_ONLY))
        .isEqualTo("changed");
    assertThat(listed())
        .extracting(
            MailRecipientView::address,
            MailRecipientView::language,
            MailRecipientView::receipts,
            MailRecipientView::timing)
        .containsExactly(
            tuple(school.email(), school.language(), BOTH, MailTiming.EACH),
            tuple(
                "Zoe@b.example",
                Locale.FRENCH,
                Set.of(MailedReceipt.PROCESSING),
                MailTiming.KO_ONLY));
    assertThat(remove("ZOE@b.example")).isTrue();
    assertThat(remove("ZOE@b.example")).isFalse();
    assertThat(remove(school.email())).as("nobody need be written to").isTrue();
    assertThat(listed()).isEmpty();
    assertThat(add("zoe@b.example", Locale.FRENCH, BOTH, MailTiming.EACH)).isEqualTo("added");
  }

  private boolean remove(String address) {
    return DATABASE.inTransaction(() -> desk.recipients().remove(OPERATOR, SCHOOL, address));
  }

  @Test
  void namesAllMistakesAtOnceAndKeepsNothing() {
    school();
    assertThat(add("no address", Locale.GERMAN, Set.of(), MailTiming.EACH))
        .isEqualTo("[EMAIL_MALFORMED, LANGUAGE_UNKNOWN, RECIPIENT_WITHOUT_RECEIPT]");
    assertThat(listed()).hasSize(1);
  }

  @Test
  void aKeyNeitherSeesNorChangesThemNotEvenItsOwn() {
    OrganisationView school = school();
    Caller key = Caller.key(new KeyId(new UUID(4, 1)), school.id(), Channel.SFTP, "192.0.2.7");
    NewMailRecipient data =
        new NewMailRecipient("a@b.example", Locale.FRENCH, BOTH, MailTiming.EACH);
    for (Runnable wish :
        List.<Runnable>of(
            () -> desk.recipients().add(key, SCHOOL, data),
            () -> desk.recipients().list(key, SCHOOL),
            () -> desk.recipients().remove(key, SCHOOL, "a@b.example"))) {
      assertThatThrownBy(() -> DATABASE.inTransaction(wish))
          .isInstanceOfSatisfying(
              RefusedException.class,
              e -> assertThat(e.code()).isEqualTo(RefusedException.Code.NOT_ALLOWED));
    }
  }
}
