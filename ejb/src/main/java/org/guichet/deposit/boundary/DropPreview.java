package org.guichet.deposit.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.guichet.deposit.control.BeginningReading;
import org.guichet.deposit.control.RefusalTexts;
import org.guichet.deposit.entity.DepositDetails;
import org.guichet.deposit.entity.FileAhead;
import org.guichet.deposit.entity.Refusal;
import org.guichet.deposit.entity.RefusalCode;
import org.guichet.flux.FluxAction;
import org.guichet.flux.FluxHeader;
import org.guichet.flux.FluxReader;
import org.guichet.organisation.boundary.DepositRights;
import org.guichet.organisation.entity.DepositRight;
import org.guichet.platform.boundary.Permissions;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.Permission;

/** Tells people what a file says of itself before they send it, and whether it would be refused. */
@Stateless
@PermitAll // rights: Permissions, not the container
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DropPreview {
  private static final FluxReader READER = new FluxReader();
  private static final Caller SYSTEM = Caller.system("drop preview");

  @Inject DepositRights rights;
  @Inject Permissions permissions;
  @Inject Clock clock;

  /**
   * Reads the beginning of a file as a check would, and judges its header as if it were dropped
   * now. Keeps nothing.
   *
   * @param sender who would drop it
   * @param beginning its first bytes; not closed
   * @param given how many bytes {@code beginning} holds
   * @param size of the whole file in bytes
   * @param language in which a refusal is worded
   */
  public FileAhead read(
      Caller caller,
      OrganisationId sender,
      InputStream beginning,
      long given,
      long size,
      Locale language)
      throws IOException {
    permissions.require(caller, Permission.DEPOSIT_DROP, sender);
    BeginningReading reading = BeginningReading.of(READER, beginning, size, given);
    Optional<FluxHeader> header = reading.header();
    Optional<DepositRight> right = header.map(found -> judge(sender, found));
    return new FileAhead(
        header.map(FluxHeader::contract).orElse(null),
        right.filter(DepositRight::rightful).flatMap(DepositRight::certifier),
        header.filter(found -> found.action() == FluxAction.SUPPRESSION).isPresent(),
        reading.passages(),
        reading.whole(),
        right.flatMap(judged -> refusal(judged, language)),
        reading.complaint());
  }

  private DepositRight judge(OrganisationId sender, FluxHeader header) {
    return rights.judge(
        SYSTEM,
        sender,
        String.valueOf(header.issuer()),
        String.valueOf(header.certifier()),
        String.valueOf(header.contract()),
        clock.instant());
  }

  private static Optional<DepositDetails.Told> refusal(DepositRight right, Locale language) {
    return Optional.ofNullable(right.refusal())
        .map(RefusalCode::of)
        .map(
            code ->
                new DepositDetails.Told(
                    code.number(),
                    RefusalTexts.reason(
                        new Refusal(code, right.arguments().toArray(new String[0])), language),
                    RefusalTexts.mend(code, language)));
  }
}
