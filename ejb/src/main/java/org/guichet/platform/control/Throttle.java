package org.guichet.platform.control;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Says how often somebody may try to sign in, so that guessing leads nowhere and nobody can lock
 * anybody else out.
 *
 * <p>A try counts for its account at its source first: whoever knocks too often stands in front of
 * this door only. What passes there counts for the source (all accounts together) and for the
 * account (all sources together), so that many accounts from one place, or one account from many
 * places, come to an end too. Where an account got in before, only the first counts: guesses from
 * elsewhere, or for others behind the same address, don't touch it.
 *
 * <p>A source is what the caller takes for one: a network, or a device that it knows by a cookie.
 * Kept in memory and bounded: beyond {@code places} the least recently tried are forgotten; an
 * account that is being guessed is never among them.
 */
public final class Throttle {
  private static final int LONGEST_NAME = 100;

  private final Clock clock;
  private final Budgets budgets;
  private final Duration knownFor;
  private final Map<Pair, Long> pairs;
  private final Map<String, Long> sources;
  private final Map<String, Long> accounts;
  private final Map<Pair, Instant> known;

  /**
   * So many tries at once, and one more after each time.
   *
   * @param burst 1 or more
   * @param refill until one more is there; zero: no limit at all
   */
  public record Budget(int burst, Duration refill) {
    public static final Budget UNLIMITED = new Budget(1, Duration.ZERO);
  }

  /**
   * How much each has.
   *
   * @param pair an account at a source where it never got in
   * @param knownPair an account at a source where it got in
   * @param source all accounts at one source, known pairs aside
   * @param account one account at all sources, known pairs aside
   */
  public record Budgets(Budget pair, Budget knownPair, Budget source, Budget account) {}

  private record Pair(String account, String source) {}

  /**
   * @param knownFor for how long it is remembered that an account got in at a source
   * @param places how many accounts, sources and pairs are remembered at most, each
   */
  public Throttle(Clock clock, Budgets budgets, Duration knownFor, int places) {
    this.clock = clock;
    this.budgets = budgets;
    this.knownFor = knownFor;
    this.pairs = new Recent<>(places);
    this.sources = new Recent<>(places);
    this.accounts = new Recent<>(places);
    this.known = new Recent<>(places);
  }

  /**
   * Takes a try, before it is checked whether it is right.
   *
   * @param knownHere whether the caller knows that the account got in at this source; this
   *     remembers it too, but not beyond a restart
   * @return whether it may be checked; if not, nobody may learn whether it would have been right
   */
  public boolean tries(String account, String source, boolean knownHere) {
    return tries(account, source, knownHere, 1);
  }

  /**
   * Takes so many tries at once, all of them or none.
   *
   * @param times 1 or more
   */
  public synchronized boolean tries(String account, String source, boolean knownHere, int times) {
    Pair pair = pair(account, source);
    long now = clock.instant().toEpochMilli(); // a clock of microseconds has no millis(), JDK 17
    if (knownHere || remembers(pair)) {
      OptionalLong left = after(pairs, pair, budgets.knownPair(), now, times);
      left.ifPresent(full -> pairs.put(pair, full));
      return left.isPresent();
    }
    OptionalLong ofPair = after(pairs, pair, budgets.pair(), now, times);
    if (ofPair.isEmpty()) {
      return false;
    }
    OptionalLong ofSource = after(sources, pair.source(), budgets.source(), now, times);
    OptionalLong ofAccount = after(accounts, pair.account(), budgets.account(), now, times);
    if (ofSource.isEmpty() || ofAccount.isEmpty()) {
      return false;
    }
    pairs.put(pair, ofPair.getAsLong());
    sources.put(pair.source(), ofSource.getAsLong());
    accounts.put(pair.account(), ofAccount.getAsLong());
    return true;
  }

  /** The try that was taken last was right: this account is known at this source from now on. */
  public synchronized void succeeded(String account, String source) {
    Pair pair = pair(account, source);
    boolean wasKnown = remembers(pair);
    pairs.remove(pair);
    if (!wasKnown) {
      giveBack(sources, pair.source(), budgets.source());
      giveBack(accounts, pair.account(), budgets.account());
    }
    known.put(pair, clock.instant().plus(knownFor));
  }

  /** The account got a new password or second factor: it begins anew, and is known nowhere. */
  public synchronized void forget(String account) {
    String name = cut(account);
    accounts.remove(name);
    pairs.keySet().removeIf(pair -> pair.account().equals(name));
    known.keySet().removeIf(pair -> pair.account().equals(name));
  }

  /** How much is remembered. */
  synchronized int size() {
    return pairs.size() + sources.size() + accounts.size() + known.size();
  }

  private boolean remembers(Pair pair) {
    Instant until = known.get(pair);
    return until != null && clock.instant().isBefore(until);
  }

  /**
   * When the budget would be whole again after so many more tries, in milliseconds; empty when
   * fewer are left. A budget that is whole needs no entry, so what was forgotten begins whole.
   */
  private static <K> OptionalLong after(
      Map<K, Long> budgets, K key, Budget budget, long now, int times) {
    long refill = budget.refill().toMillis();
    long longest = now + budget.burst() * refill;
    long kept = budgets.getOrDefault(key, now);
    long whole = kept > longest ? now : Math.max(now, kept); // beyond: the clock was put back
    long then = whole + times * refill;
    return then > longest && refill > 0 ? OptionalLong.empty() : OptionalLong.of(then);
  }

  private static <K> void giveBack(Map<K, Long> budgets, K key, Budget budget) {
    budgets.computeIfPresent(key, (k, whole) -> whole - budget.refill().toMillis());
  }

  /** What counts as one source: an IPv4 address, or the network /64 of an IPv6 one. */
  public static String source(String address) {
    if (!address.contains(":")) {
      return address;
    }
    try {
      // Never a name: only a literal has a colon.
      byte[] bytes = InetAddress.getByName(address).getAddress();
      return bytes.length == 16 ? HexFormat.of().formatHex(Arrays.copyOf(bytes, 8)) : address;
    } catch (UnknownHostException e) {
      return address;
    }
  }

  private static Pair pair(String account, String source) {
    return new Pair(cut(account), cut(source));
  }

  /** Names come from strangers; longer ones are nobody's. */
  private static String cut(String name) {
    return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
  }

  /** Forgets what was looked at longest ago. */
  private static final class Recent<K, V> extends LinkedHashMap<K, V> {
    private static final long serialVersionUID = 1L;

    private final int most;

    Recent(int most) {
      super(16, 0.75f, true);
      this.most = most;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
      return size() > most;
    }
  }
}
