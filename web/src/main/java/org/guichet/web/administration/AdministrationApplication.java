package org.guichet.web.administration;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** The endpoint of the command line; {@link AdministrationGate} stands before it. */
@ApplicationPath("administration")
public class AdministrationApplication extends Application {}
