package org.guichet.canary.deposit.boundary;

import javax.sql.DataSource;
import org.guichet.canary.Breaks;

/** Asks the database by the back door. */
@Breaks("only_control_touches_the_entity_manager")
public record ConnectedCounter(DataSource source) {}
