package org.guichet.canary.deposit.entity;

import org.guichet.canary.Breaks;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A value that logs. */
@Breaks("entities_know_no_container")
public class TalkativeParcel {
  private static final Logger log = LoggerFactory.getLogger(TalkativeParcel.class);

  public void accept() {
    log.info("accepted");
  }
}
