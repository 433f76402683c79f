package org.guichet.roster.entity;

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
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.guichet.platform.entity.Sha256;
import org.jspecify.annotations.Nullable;

/** A file of an import, with how somebody wants it to be read. */
@Entity
@Table(name = "roster_file")
public class RosterFile {
  @Id private UUID id;
  @Version private long version;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "import", nullable = false, updatable = false)
  @SuppressWarnings("UnusedVariable") // holds the foreign key
  private RosterImport owner;

  @Column(nullable = false)
  private int place;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false, updatable = false, length = 16)
  private Profile profile;

  @Column(nullable = false, updatable = false)
  private String name;

  @Column(nullable = false, updatable = false)
  private long size;

  @Column(nullable = false, updatable = false, length = 64)
  private String sha256;

  @Column(length = 40)
  private @Nullable String charset;

  @Column(length = 1)
  private @Nullable String separator;

  @Column(name = "header_line")
  private @Nullable Long headerLine;

  @Column(length = 1_000_000)
  private @Nullable String columns;

  @SuppressWarnings("NullAway.Init") // JPA fills the fields
  protected RosterFile() {}

  RosterFile(RosterImport owner, int place, Arrival arrival) {
    this.id = arrival.id();
    this.owner = owner;
    this.place = place;
    this.profile = arrival.profile();
    this.name = arrival.name();
    this.size = arrival.size();
    this.sha256 = arrival.digest().hex();
  }

  /**
   * A file as it came.
   *
   * @param name that it has with whoever brought it
   * @param size in bytes
   */
  public record Arrival(UUID id, Profile profile, String name, long size, Sha256 digest) {}

  /** A file before it is gone. */
  void moveUp() {
    place--;
  }

  /** Has it read otherwise; what was said about its columns goes with the header. */
  void read(ReadingWishes wishes) {
    boolean otherHeaders = !wishes.equals(wishes());
    charset = wishes.charset();
    Character sign = wishes.separator();
    separator = sign == null ? null : sign.toString();
    headerLine = wishes.headerLine();
    if (otherHeaders) {
      columns = null;
    }
  }

  /** Says what columns mean; {@link RosterField#IGNORED} for those of no use. */
  void choose(Map<Integer, RosterField> fields) {
    columns =
        fields.isEmpty()
            ? null
            : new TreeMap<>(fields)
                .entrySet().stream()
                    .map(entry -> entry.getKey() + "=" + entry.getValue())
                    .collect(Collectors.joining(","));
  }

  public UUID id() {
    return id;
  }

  /** Among the files of its import, from 0. */
  public int place() {
    return place;
  }

  public Profile profile() {
    return profile;
  }

  public String name() {
    return name;
  }

  public long size() {
    return size;
  }

  public Sha256 sha256() {
    return new Sha256(sha256);
  }

  public ReadingWishes wishes() {
    String sign = separator;
    return new ReadingWishes(
        charset, sign == null || sign.isEmpty() ? null : sign.charAt(0), headerLine);
  }

  /** What somebody said columns mean, by their place from 0. */
  public Map<Integer, RosterField> chosen() {
    String all = columns;
    Map<Integer, RosterField> chosen = new HashMap<>();
    if (all != null) {
      Arrays.stream(all.split(",", -1))
          .map(one -> one.split("=", 2))
          .forEach(one -> chosen.put(Integer.valueOf(one[0]), RosterField.valueOf(one[1])));
    }
    return chosen;
  }
}
