package org.guichet.deposit.entity;

import java.util.Optional;
import org.guichet.flux.Finding;
import org.guichet.organisation.entity.OrganisationView;
import org.jspecify.annotations.Nullable;

/**
 * What a file says of itself before it is dropped, told from its first bytes.
 *
 * @param contract as written; null when the file doesn't say it where it was read
 * @param certifier the certifier it names, where the drop would be rightful
 * @param takesBack whether it says that its passages are to be taken back
 * @param passages how many it holds
 * @param counted whether it was read to its end; otherwise {@code passages} is an estimate
 * @param refusal why it would be refused as a whole, as far as its header tells
 * @param complaint the first thing in it that refuses it as a whole, or keeps it from being read on
 */
public record FileAhead(
    @Nullable String contract,
    Optional<OrganisationView> certifier,
    boolean takesBack,
    long passages,
    boolean counted,
    Optional<DepositDetails.Told> refusal,
    Optional<Finding> complaint) {}
