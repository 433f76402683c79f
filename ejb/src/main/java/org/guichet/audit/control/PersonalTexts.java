package org.guichet.audit.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.guichet.audit.entity.KeptText;
import org.guichet.audit.entity.PersonalKey;
import org.guichet.platform.control.SealedTexts;
import org.guichet.platform.control.Secrets;
import org.guichet.platform.entity.AccountId;
import org.jspecify.annotations.Nullable;

/** Closes what is personal under the key of its person, and opens it while that key is there. */
@ApplicationScoped
public class PersonalTexts {
  private static final String PURPOSE = "audit: keys of people";

  @Inject PersonalKeys keys;
  @Inject Secrets secrets;
  @Inject SecureRandom random;

  /** For the container's proxies. */
  protected PersonalTexts() {}

  public PersonalTexts(PersonalKeys keys, Secrets secrets, SecureRandom random) {
    this.keys = keys;
    this.secrets = secrets;
    this.random = random;
  }

  /** Makes the person's key. */
  public void makeKey(AccountId person, Instant now) {
    byte[] key = new byte[SealedTexts.KEY_BYTES];
    random.nextBytes(key);
    String wrapped =
        secrets.texts(PURPOSE).close(Base64.getEncoder().encodeToString(key), person.toString());
    keys.add(PersonalKey.make(person, wrapped, now));
  }

  public boolean hasKey(AccountId person) {
    return keys.find(person).isPresent();
  }

  /**
   * Closes a text; once the person was erased, nothing of it is kept.
   *
   * @param person whose it is; null: nobody's, it stays open
   * @param row what the text belongs to
   */
  public KeptText close(@Nullable AccountId person, String text, UUID row) {
    if (person == null) {
      return new KeptText(null, text);
    }
    return new KeptText(person, key(person).map(k -> k.close(text, row.toString())).orElse(""));
  }

  /** What was closed; empty once the person was erased. */
  public Optional<String> open(KeptText kept, UUID row) {
    AccountId person = kept.key();
    if (person == null) {
      return Optional.of(kept.text());
    }
    return kept.text().isEmpty()
        ? Optional.empty()
        : key(person).map(k -> k.open(kept.text(), row.toString()));
  }

  private Optional<SealedTexts> key(AccountId person) {
    return keys.find(person)
        .flatMap(PersonalKey::wrapped)
        .map(wrapped -> secrets.texts(PURPOSE).open(wrapped, person.toString()))
        .map(key -> new SealedTexts(Base64.getDecoder().decode(key), random));
  }
}
