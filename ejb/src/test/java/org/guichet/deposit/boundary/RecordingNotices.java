package org.guichet.deposit.boundary;

import java.util.ArrayList;
import java.util.List;
import org.guichet.notice.boundary.Notices;
import org.guichet.notice.entity.Notice;
import org.guichet.platform.entity.Caller;

/** Keeps what would be mailed. */
final class RecordingNotices extends Notices {
  private final List<Notice> posted = new ArrayList<>();

  List<Notice> posted() {
    return List.copyOf(posted);
  }

  @Override
  public void post(Caller caller, Notice notice) {
    posted.add(notice);
  }
}
