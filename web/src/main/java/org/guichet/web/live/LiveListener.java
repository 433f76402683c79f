package org.guichet.web.live;

import java.util.Optional;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.OrganisationId;

/** Who listens at the other end of a connection, and to whose deposits; empty for all. */
record LiveListener(Caller caller, Optional<OrganisationId> organisation) {}
