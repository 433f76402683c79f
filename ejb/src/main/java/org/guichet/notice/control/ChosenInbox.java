package org.guichet.notice.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.guichet.platform.entity.Settings;

/** The inbox of the settings, where one is set. */
@ApplicationScoped
public class ChosenInbox {
  @Inject Settings settings;

  public Optional<Inbox> inbox() {
    return settings.mail().inbox().map(inbox -> new ImapInbox(inbox, settings.mail().ca()));
  }
}
