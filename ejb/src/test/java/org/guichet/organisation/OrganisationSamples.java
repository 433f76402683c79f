package org.guichet.organisation;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.guichet.organisation.entity.CheckingMode;
import org.guichet.organisation.entity.KeyScope;
import org.guichet.organisation.entity.NewKey;
import org.guichet.organisation.entity.NewOrganisation;
import org.guichet.organisation.entity.Organisation;
import org.guichet.platform.entity.Matricule;
import org.guichet.platform.entity.OrganisationId;

/** Invented organisations, and keys that ssh-keygen made for nobody. */
public final class OrganisationSamples {
  public static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

  public static final String ED25519 =
      "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIKC/pvdVGhGI8TPD3rC6PUX1WjnwSxz8feqIU2A0tBn5"
          + " depot@example.org\n";
  public static final String ED25519_FINGERPRINT =
      "SHA256:tc/8yIUAU7lNCoWpQxkiWiZblMA4g2v6yDEAM452n90";
  public static final String ECDSA_256 =
      "ecdsa-sha2-nistp256 AAAAE2VjZHNhLXNoYTItbmlzdHAyNTYAAAAIbmlzdHAyNTYAAABBBKVfFs9pvHJBjWRu"
          + "+Q7kQ1hc++QvwdjSklWGqJdq7RBwg2dKYCKqwclQPQTWZf/3k0rqREUuraioI6h95s50k0g="
          + " depot@example.org\n";
  public static final String ECDSA_256_FINGERPRINT =
      "SHA256:mRZQpjg+Yd8KLhvAISo5nt5wFpFrl98pjvP5yoRdEoo";

  private OrganisationSamples() {}

  public static NewOrganisation certifier(String matricule, String contract) {
    return data(matricule, Optional.of(contract));
  }

  public static NewOrganisation depositor(String matricule) {
    return data(matricule, Optional.empty());
  }

  private static NewOrganisation data(String matricule, Optional<String> contract) {
    return new NewOrganisation(
        matricule,
        "Organisme " + matricule,
        "contact@" + matricule.toLowerCase(Locale.ROOT) + ".example",
        Locale.FRENCH,
        contract,
        CheckingMode.STRICT);
  }

  /** An organisation added at {@link #NOON}, whose ids begin at {@code n}. */
  public static Organisation organisation(long n, NewOrganisation data) {
    Organisation organisation =
        Organisation.register(
            new OrganisationId(new UUID(1, n)),
            new Matricule(data.matricule()),
            data,
            new UUID(2, n),
            "test",
            NOON);
    data.contract().ifPresent(number -> organisation.sign(new UUID(3, n), number, NOON));
    return organisation;
  }

  public static NewKey key(String name, String publicKey, KeyScope... scopes) {
    return new NewKey(name, publicKey, Set.of(scopes), Optional.empty(), List.of());
  }
}
