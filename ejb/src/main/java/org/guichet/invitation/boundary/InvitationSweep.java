package org.guichet.invitation.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.guichet.invitation.entity.Invitation;
import org.guichet.platform.boundary.Permissions;
import org.guichet.platform.entity.AccountId;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.DayText;
import org.guichet.platform.entity.Permission;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What time does to codes: each method is one transaction of bounded size. */
@Stateless
@PermitAll // rights: Permissions, not the container
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class InvitationSweep {
  private static final Logger log = LoggerFactory.getLogger(InvitationSweep.class);
  private static final int MOST = 500;

  /** Nobody is reminded of what they have just made. */
  private static final Duration FRESH = Duration.ofHours(12);

  @Inject Permissions permissions;
  @Inject InvitationLedger ledger;

  /**
   * Forgets codes whose last day is over.
   *
   * @return how many
   */
  public int wipe(Caller caller) {
    permissions.requireEverywhere(caller, Permission.ACCOUNT_SWEEP);
    List<Invitation> over = ledger.book.overWithCode(ledger.clock.instant(), MOST);
    over.forEach(Invitation::wipe);
    if (!over.isEmpty()) {
      log.info("INV-104 codes forgotten, their last day is over count={}", over.size());
    }
    return over.size();
  }

  /**
   * Mails whoever made codes that nobody has used and that end soon, once for each code and in one
   * mail.
   *
   * @return how many mails
   */
  public int remind(Caller caller) {
    permissions.requireEverywhere(caller, Permission.ACCOUNT_SWEEP);
    Instant now = ledger.clock.instant();
    Instant soon = ledger.end(ledger.today().plusDays(InvitationLedger.SOON_DAYS));
    Map<AccountId, List<Invitation>> byMaker =
        ledger.book.ending(now, soon, now.minus(FRESH), MOST).stream()
            .collect(
                Collectors.groupingBy(
                    code -> code.createdBy().orElseThrow(),
                    LinkedHashMap::new,
                    Collectors.toList()));
    byMaker.forEach(
        (maker, codes) -> {
          List<Invitation> good =
              codes.stream()
                  .filter(code -> ledger.giving.mayGive(caller, maker, code.place()))
                  .filter(code -> !ledger.suspended(code.place()))
                  .toList();
          if (!good.isEmpty()) {
            remind(caller, maker, good);
          }
          codes.forEach(code -> code.reminded(now));
        });
    return byMaker.size();
  }

  private void remind(Caller caller, AccountId maker, List<Invitation> codes) {
    Invitation first = codes.get(0);
    ledger
        .person(maker)
        .ifPresent(
            to ->
                ledger.mail(
                    caller,
                    to,
                    "invitation.ending",
                    Map.of(
                        "count", Integer.toString(codes.size()),
                        "day", DayText.day(first.lastDay(), to.language()),
                        "link", ledger.link("/portal/codes?status=VALID&sort=last_day")),
                    first.id()));
  }
}
