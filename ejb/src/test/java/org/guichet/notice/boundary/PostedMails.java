package org.guichet.notice.boundary;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.guichet.notice.control.NoticeTexts;
import org.guichet.notice.entity.Notice;
import org.guichet.platform.entity.Caller;

/** Keeps what would be mailed, and words it, so that a text that is missing fails here. */
public final class PostedMails extends Notices {
  private final List<Notice> mails = new ArrayList<>();

  @Override
  public void post(Caller caller, Notice notice) {
    NoticeTexts texts = NoticeTexts.in(notice.language());
    if (!texts.knows(notice.template()) || texts.subject(notice).contains("{")) {
      throw new AssertionError("There is no text, or it lacks an argument: " + notice);
    }
    if (mails.stream().noneMatch(mail -> mail.dedupKey().equals(notice.dedupKey()))) {
      mails.add(notice);
    }
  }

  @Override
  public void forget(Caller caller, UUID thread) {
    mails.removeIf(notice -> notice.thread().equals(Optional.of(thread)));
  }

  /** Templates, the oldest first, each with the address it goes to. */
  public List<String> sent() {
    return mails.stream().map(notice -> notice.template() + " " + notice.to()).toList();
  }

  /** What {@code link} of the newest mail ends with. */
  public String token() {
    String link = mails.get(mails.size() - 1).arguments().getOrDefault("link", "");
    return link.substring(link.indexOf("token=") + "token=".length());
  }

  /** The oldest of a template. */
  public Notice first(String template) {
    return mails.stream().filter(n -> n.template().equals(template)).findFirst().orElseThrow();
  }

  public Notice last() {
    return mails.get(mails.size() - 1);
  }
}
