package org.guichet.assistance.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.guichet.account.boundary.AccountDesk.OPERATOR;
import static org.guichet.account.boundary.AccountDesk.VISITOR;
import static org.guichet.assistance.AssistanceSamples.other;

import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.guichet.assistance.entity.MessageAuthor;
import org.guichet.assistance.entity.TicketStatus;
import org.guichet.assistance.entity.TicketView;
import org.guichet.assistance.entity.UnfiledMail;
import org.guichet.assistance.entity.UnfiledReason;
import org.guichet.notice.boundary.InboxReading;
import org.guichet.notice.boundary.NoticeDesk;
import org.guichet.notice.control.ImapInbox;
import org.guichet.notice.control.SmtpTransport;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.PageRequest;
import org.guichet.platform.entity.Settings;
import org.guichet.testing.FakeClock;
import org.guichet.testing.TestDatabase;
import org.guichet.testing.TestSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** People answer mails of ours over a real mail server, and we read what they wrote over IMAP. */
class MailExchangeTest {
  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.shared();

  private static final Caller SYSTEM = Caller.system("test");
  private static final String US = "aide@guichet.example";
  private static final String ANA = "ana.petit@example.org";

  @TempDir Path data;

  private final GreenMail server =
      new GreenMail(
          new ServerSetup[] {
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
          });
  private final FakeClock clock = FakeClock.at("2026-11-22T12:00:00Z");
  private NoticeDesk mails;
  private AssistanceDesk desk;
  private Settings settings;
  private long number;

  @BeforeEach
  void askSomething() throws Exception {
    server.start();
    server.setUser(US, "aide", "s3cret");
    server.setUser(ANA, "ana", "ana");
    Settings.Smtp smtp =
        new Settings.Smtp(
            "127.0.0.1",
            server.getSmtp().getPort(),
            Optional.empty(),
            Optional.empty(),
            Settings.SmtpTls.NONE);
    settings =
        TestSettings.in(
            data,
            new Settings.Mail(
                "Guichet <" + US + ">",
                Optional.of(smtp),
                Optional.empty(),
                Optional.empty(),
                Optional.of(inbox()),
                Optional.empty(),
                Optional.empty(),
                LocalTime.NOON));
    mails = NoticeDesk.inMemory(clock, UUID::randomUUID);
    desk = new AssistanceDesk(DATABASE, clock, UUID::randomUUID, settings);
    desk.notices = mails.notices();
    number =
        in(() -> desk.form().submit(VISITOR, other("Ana Petit")))
            .fold(taken -> taken.number(), many -> -1L, refused -> -1L);
    deliver();
  }

  private Settings.Inbox inbox() {
    return new Settings.Inbox(
        "127.0.0.1",
        server.getImap().getPort(),
        "aide",
        new Settings.Secret("s3cret"),
        Settings.SmtpTls.NONE,
        "INBOX");
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  private static <T> T in(Callable<T> work) {
    return DATABASE.inTransaction(work);
  }

  private void deliver() {
    SmtpTransport smtp = new SmtpTransport(settings.mail().smtp().orElseThrow(), Optional.empty());
    mails.delivery(smtp, settings).deliverDue(SYSTEM);
  }

  private void read() {
    InboxReading reading =
        mails.inboxReading(
            settings,
            new ImapInbox(inbox(), Optional.empty()),
            (caller, mail) -> DATABASE.inNewTransaction(() -> desk.replies().take(caller, mail)));
    reading.readNew(SYSTEM);
  }

  /** The newest mail that somebody got of us. */
  private MimeMessage got(String address) throws Exception {
    GreenMailUser user = server.getUserManager().getUserByEmail(address);
    List<StoredMessage> all =
        server.getManagers().getImapHostManager().getInbox(user).getMessages();
    return all.get(all.size() - 1).getMimeMessage();
  }

  private MimeMessage answer(String from, MimeMessage to) throws Exception {
    MimeMessage answer = mail(from, "Re: " + to.getSubject());
    answer.setHeader("In-Reply-To", to.getMessageID());
    answer.setHeader("References", to.getMessageID());
    return answer;
  }

  private static MimeMessage mail(String from, String subject) throws Exception {
    MimeMessage mail = new MimeMessage(Session.getInstance(new Properties()));
    mail.setFrom(new InternetAddress(from));
    mail.setRecipient(Message.RecipientType.TO, new InternetAddress(US));
    mail.setSubject(subject, "UTF-8");
    return mail;
  }

  private void send(MimeMessage mail) throws Exception {
    Properties properties = new Properties();
    properties.setProperty("mail.smtp.host", "127.0.0.1");
    properties.setProperty("mail.smtp.port", Integer.toString(server.getSmtp().getPort()));
    mail.saveChanges();
    try (Transport transport = Session.getInstance(properties).getTransport("smtp")) {
      transport.connect();
      transport.sendMessage(mail, mail.getAllRecipients());
    }
  }

  private TicketView ticket() {
    return in(() -> desk.desk().find(OPERATOR, number));
  }

  private List<UnfiledMail> unfiled() {
    return in(() -> desk.unfiled().list(OPERATOR, new PageRequest(0, 20))).rows();
  }

  @Test
  void filesAnAnswerInTheThreadWithoutWhatItQuotes() throws Exception {
    MimeMessage received = got(ANA);
    assertThat(text(received)).contains("répondre à ce courriel").doesNotContain("inutile");
    MimeMessage answer = answer(ANA, received);
    answer.setText(
        "Il s’agit de l’écran bleu.\n\nLe 22 nov. 2026 à 13:00, Guichet <aide@guichet.example> a"
            + " écrit :\n> Votre demande est reçue.",
        "UTF-8");
    send(answer);
    read();
    read();
    TicketView.Message said = ticket().messages().get(1);
    assertThat(ticket().messages()).as("read twice, filed once").hasSize(2);
    assertThat(said.author()).isEqualTo(MessageAuthor.ASKER);
    assertThat(said.text()).isEqualTo("Il s’agit de l’écran bleu.");
    assertThat(said.mailed().orElseThrow().whole()).contains("> Votre demande est reçue.");
    assertThat(unfiled()).isEmpty();
    assertThat(mails.posted()).as("nobody is answered by itself").hasSize(1);
  }

  private static String text(MimeMessage mail) throws Exception {
    return ((MimeMultipart) mail.getContent()).getBodyPart(0).getContent().toString();
  }

  @Test
  void readsHtmlAndKeepsNoAttachmentButItsName() throws Exception {
    MimeBodyPart html = new MimeBodyPart();
    html.setText(
        "<html><head><style>p{}</style></head><body><p>Voici&nbsp;:</p><ul><li>un<li>deux</ul>"
            + "<script>alert(1)</script><blockquote type=cite><p>Votre demande</p></blockquote>"
            + "</body></html>",
        "UTF-8",
        "html");
    MimeBodyPart file = new MimeBodyPart();
    file.setText("secret", "UTF-8");
    file.setFileName("capture d’écran.png");
    file.setDisposition("attachment");
    MimeMessage answer = answer(ANA, got(ANA));
    answer.setContent(new MimeMultipart(html, file));
    send(answer);
    read();
    TicketView.Message said = ticket().messages().get(1);
    assertThat(said.text()).isEqualTo("Voici :\n\n- un\n- deux");
    assertThat(said.mailed().orElseThrow().attachments()).containsExactly("capture d’écran.png");
    assertThat(said.mailed().orElseThrow().whole())
        .contains("> Votre demande")
        .doesNotContain("alert");
  }

  @Test
  void keepsForAnOperatorWhatItCannotFile() throws Exception {
    MimeMessage received = got(ANA);
    MimeMessage stranger = answer("zoe@example.org", received);
    stranger.setText("Je connais ce numéro.", "UTF-8");
    send(stranger);
    MimeMessage forged = answer(ANA, received);
    forged.setHeader("In-Reply-To", "<" + UUID.randomUUID() + "@guichet.example>");
    forged.removeHeader("References");
    forged.setText("Deviné.", "UTF-8");
    send(forged);
    MimeMessage fresh = mail("bob@example.org", "Bonjour");
    fresh.setText("Une question.", "UTF-8");
    send(fresh);
    read();
    read();
    assertThat(ticket().messages()).hasSize(1);
    assertThat(unfiled())
        .extracting(UnfiledMail::reason)
        .containsExactly(
            UnfiledReason.NO_REQUEST, UnfiledReason.NO_REQUEST, UnfiledReason.NO_REQUEST);
    assertThat(unfiled()).extracting(UnfiledMail::text).contains("Une question.");

    UUID id =
        unfiled().stream()
            .filter(mail -> mail.sender().equals("zoe@example.org"))
            .findFirst()
            .orElseThrow()
            .id();
    assertThat(in(() -> desk.unfiled().file(OPERATOR, id, 7)).orElseThrow().code().name())
        .isEqualTo("NO_SUCH_REQUEST");
    assertThat(in(() -> desk.unfiled().file(OPERATOR, id, number))).isEmpty();
    in(
        () -> {
          desk.unfiled().settle(OPERATOR, unfiled().get(0).id());
          return true;
        });
    assertThat(unfiled()).hasSize(1);
    assertThat(ticket().messages().get(1).mailed().orElseThrow().sender())
        .isEqualTo("zoe@example.org");
  }

  @Test
  void leavesRobotsUnanswered() throws Exception {
    for (String[] header :
        List.of(
            new String[] {"Auto-Submitted", "auto-replied (vacation)"},
            new String[] {"Precedence", "bulk"},
            new String[] {"List-Id", "<liste.example.org>"})) {
      MimeMessage robot = answer(ANA, got(ANA));
      robot.setHeader(header[0], header[1]);
      robot.setText("Je suis absente.", "UTF-8");
      send(robot);
    }
    MimeMessage own = answer(US, got(ANA));
    own.setText("De nous-mêmes.", "UTF-8");
    send(own);
    read();
    assertThat(ticket().messages()).hasSize(1);
    assertThat(unfiled()).isEmpty();
    assertThat(mails.posted()).hasSize(1);
  }

  @Test
  void endsALoopOfRobotsThatDoNotSaySo() throws Exception {
    for (int n = 0; n < 15; n++) {
      MimeMessage robot = answer(ANA, got(ANA));
      robot.setText("Je suis absente, " + n, "UTF-8");
      send(robot);
    }
    read();
    assertThat(ticket().messages()).hasSize(13);
    assertThat(unfiled()).hasSize(3).allMatch(mail -> mail.reason() == UnfiledReason.TOO_MANY);
  }

  @Test
  void keepsWhatComesAfterTheEnd() throws Exception {
    in(() -> desk.desk().close(OPERATOR, number));
    MimeMessage late = answer(ANA, got(ANA));
    late.setText("Encore une chose.", "UTF-8");
    send(late);
    read();
    assertThat(ticket().status()).isEqualTo(TicketStatus.CLOSED);
    assertThat(unfiled())
        .singleElement()
        .satisfies(
            mail -> {
              assertThat(mail.reason()).isEqualTo(UnfiledReason.OVER);
              assertThat(mail.number()).contains(number);
            });
  }

  @Test
  void cutsWhatIsLongAndKeepsItReadable() throws Exception {
    MimeMessage answer = answer(ANA, got(ANA));
    answer.setText("mot ".repeat(10_000), "UTF-8");
    send(answer);
    read();
    TicketView.Message said = ticket().messages().get(1);
    assertThat(said.text()).hasSize(5000).endsWith("[…]");
    assertThat(said.mailed().orElseThrow().whole()).hasSizeGreaterThan(39_000);
  }
}
