package org.guichet.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.guichet.flux.FluxSamples;
import org.guichet.insight.boundary.DeadlineReminding;
import org.guichet.insight.boundary.Deadlines;
import org.guichet.insight.boundary.SilenceWatch;
import org.guichet.insight.boundary.Statistics;
import org.guichet.insight.entity.DeadlineCount;
import org.guichet.insight.entity.Figures;
import org.guichet.insight.entity.PartFigures;
import org.guichet.insight.entity.Split;
import org.guichet.insight.entity.StatisticsQuery;
import org.guichet.it.DeskDriver.Member;
import org.guichet.notice.boundary.MailDesk;
import org.guichet.notice.entity.NoticeQuery;
import org.guichet.notice.entity.NoticeStatus;
import org.guichet.notice.entity.NoticeView;
import org.guichet.organisation.boundary.OrganisationDirectory;
import org.guichet.organisation.boundary.SilenceTerms;
import org.guichet.organisation.entity.CheckingMode;
import org.guichet.organisation.entity.OrganisationView;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.OrganisationId;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What real drops come to in the real EAR: figures, deadlines, and the mails about them. */
@ExtendWith(ArquillianExtension.class)
class InsightIT {
  private static final Caller SYSTEM = Caller.system("test");

  @Deployment
  static EnterpriseArchive ear() {
    return RealEar.with(InsightIT.class);
  }

  @Inject DeskDriver driver;
  @Inject Statistics statistics;
  @Inject Deadlines deadlines;
  @Inject DeadlineReminding reminding;
  @Inject SilenceWatch silences;
  @Inject SilenceTerms terms;
  @Inject OrganisationDirectory directory;
  @Inject MailDesk mails;

  @Resource(lookup = "java:jboss/datasources/GuichetDS")
  DataSource rows;

  /** The second of three passages has a digit in a name; all of them are late. */
  private static byte[] withOneBad(Member member, String idFlux) {
    return FluxSamples.flux()
        .issuer(member.matricule().value())
        .certifier(member.matricule().value())
        .contract(member.contract())
        .idFlux(idFlux)
        .passages(3)
        .passage(
            n -> {
              String xml = FluxSamples.passage(idFlux + "-" + n, FluxSamples.titulaire(n));
              return n == 2 ? xml.replace("<nomNaissance>", "<nomNaissance>7") : xml;
            })
        .bytes();
  }

  private OrganisationView organisation(Member member) {
    return directory.findByMatricule(SYSTEM, member.matricule()).orElseThrow();
  }

  private List<NoticeView> sent(OrganisationView to, String template) {
    return mails.list(SYSTEM, new NoticeQuery(Optional.empty(), Optional.empty(), 0, 500)).stream()
        .filter(mail -> mail.to().equals(to.email()) && mail.template().equals(template))
        .filter(mail -> mail.status() == NoticeStatus.SENT)
        .toList();
  }

  @Test
  void countsWhatWasDroppedAndRemindsOfWhatIsToBeMended() {
    Member member = driver.member(CheckingMode.BY_PASSAGE);
    OrganisationView own = organisation(member);
    Optional<OrganisationId> reader = Optional.of(own.id());
    driver.decided(member, "un.xml", withOneBad(member, "INSIGHT-1"));

    LocalDate today = LocalDate.now(ZoneId.of("Europe/Paris"));
    StatisticsQuery query = new StatisticsQuery(reader, today.minusDays(1), today);
    assertThat(statistics.view(SYSTEM, query).total()).isEqualTo(new Figures(1, 0, 2, 1, 2, 0));
    assertThat(statistics.view(SYSTEM, query).causes()).hasSize(1);
    for (Split split : Split.values()) {
      assertThat(statistics.parts(SYSTEM, query, split))
          .singleElement()
          .extracting(PartFigures::figures)
          .isEqualTo(new Figures(1, 0, 2, 1, 2, 0));
    }
    assertThat(deadlines.count(SYSTEM, reader)).isEqualTo(new DeadlineCount(1, 0, 2));

    assertThat(reminding.concerned(SYSTEM)).contains(own.id());
    assertThat(reminding.remind(SYSTEM, own.id())).isEqualTo(1);
    assertThat(reminding.remind(SYSTEM, own.id())).isZero();
    Await.until("the reminder", () -> sent(own, "deadline.near").size() == 1);

    String mended = new String(withOneBad(member, "INSIGHT-1"), UTF_8);
    driver.decided(
        member, "deux.xml", mended.replace("<nomNaissance>7", "<nomNaissance>").getBytes(UTF_8));
    assertThat(deadlines.count(SYSTEM, reader).late()).isZero();
  }

  @Test
  void tellsACertifierWhoAskedForItOfADepositorThatNeverDropped() throws SQLException {
    Member certifier = driver.member();
    Member depositor = driver.member();
    driver.mandate(certifier, depositor);
    OrganisationView giver = organisation(certifier);
    OrganisationView silent = organisation(depositor);
    grantedLongAgo(giver.id());
    terms.choose(Caller.commandLine(), certifier.matricule(), Optional.of(30));

    assertThat(silences.watching(SYSTEM)).contains(giver.id());
    assertThat(silences.tell(SYSTEM, giver.id())).isEqualTo(1);
    assertThat(silences.tell(SYSTEM, giver.id())).isZero();
    Await.until("the certifier's mail", () -> sent(giver, "silence.certifier").size() == 1);
    Await.until("the depositor's mail", () -> sent(silent, "silence.depositor").size() == 1);
  }

  /** Nobody can wait thirty days for it. */
  private void grantedLongAgo(OrganisationId certifier) throws SQLException {
    try (Connection connection = rows.getConnection();
        PreparedStatement update =
            connection.prepareStatement("update mandate set granted_at = ? where certifier = ?")) {
      update.setObject(1, OffsetDateTime.now(ZoneOffset.UTC).minusDays(40));
      update.setObject(2, certifier.value());
      update.executeUpdate();
    }
  }
}
