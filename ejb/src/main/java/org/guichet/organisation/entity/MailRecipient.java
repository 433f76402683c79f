package org.guichet.organisation.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** An address that an organisation wants its receipts mailed to, and how. */
@Entity
@Table(name = "mail_recipient")
public class MailRecipient {
  @Id private UUID id;
  @Version private long version;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "organisation", nullable = false, updatable = false)
  @SuppressWarnings("UnusedVariable") // holds the foreign key
  private Organisation organisation;

  @Column(nullable = false, updatable = false, length = 254)
  private String address;

  /** The address in small letters: nobody is written to twice for a capital. */
  @Column(name = "address_key", nullable = false, updatable = false, length = 254)
  private String addressKey;

  @Column(nullable = false, length = 35)
  private String language;

  /** Names with commas between them, in the order of the enum. */
  @Column(nullable = false, length = 40)
  private String receipts;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false, length = 16)
  private MailTiming timing;

  @Column(name = "added_at", nullable = false, updatable = false)
  private Instant addedAt;

  @SuppressWarnings("NullAway.Init") // JPA fills the fields
  protected MailRecipient() {}

  MailRecipient(UUID id, Organisation organisation, NewMailRecipient data, Instant now) {
    this.id = id;
    this.organisation = organisation;
    this.address = data.address().strip();
    this.addressKey = key(data.address());
    this.language = data.language().toLanguageTag();
    this.receipts = names(data.receipts());
    this.timing = data.timing();
    this.addedAt = now;
  }

  private static String names(Set<MailedReceipt> receipts) {
    return receipts.stream().sorted().map(MailedReceipt::name).collect(Collectors.joining(","));
  }

  private static String key(String address) {
    return address.strip().toLowerCase(Locale.ROOT);
  }

  boolean hasAddress(String other) {
    return addressKey.equals(key(other));
  }

  /** Returns false, and changes nothing, when it is so already. */
  boolean choose(NewMailRecipient data) {
    if (language.equals(data.language().toLanguageTag())
        && receipts.equals(names(data.receipts()))
        && timing == data.timing()) {
      return false;
    }
    language = data.language().toLanguageTag();
    receipts = names(data.receipts());
    timing = data.timing();
    return true;
  }

  public MailRecipientView view() {
    return new MailRecipientView(
        id,
        address,
        Locale.forLanguageTag(language),
        Arrays.stream(receipts.split(",", -1))
            .map(MailedReceipt::valueOf)
            .collect(Collectors.toSet()),
        timing,
        addedAt);
  }
}
