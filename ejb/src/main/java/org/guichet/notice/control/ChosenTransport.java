package org.guichet.notice.control;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.internet.MimeMessage;
import org.guichet.platform.entity.Settings;

/** The mail server of the settings, or the folder {@code mail} under the data where none is set. */
@ApplicationScoped
public class ChosenTransport implements MailTransport {
  @Inject Settings settings;

  private MailTransport chosen;

  @SuppressWarnings("NullAway.Init") // choose() fills the field
  public ChosenTransport() {}

  @PostConstruct
  void choose() {
    chosen =
        settings
            .mail()
            .smtp()
            .<MailTransport>map(smtp -> new SmtpTransport(smtp, settings.mail().ca()))
            .orElseGet(() -> new EmlFolder(settings.data().resolve("mail")));
  }

  @Override
  public void deliver(MimeMessage message, String name) throws UndeliveredException {
    chosen.deliver(message, name);
  }
}
