package org.guichet.platform.control;

import java.io.Serial;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.guichet.flux.Severities;
import org.guichet.platform.entity.Setting;
import org.guichet.platform.entity.SettingMistake;

/**
 * Turns the text of one setting into a value. What can't be turned is noted as a mistake and stands
 * as its default meanwhile, so that one reading finds all mistakes.
 */
final class SettingTexts {
  private static final Pattern SIZE =
      Pattern.compile("(\\d{1,12})\\s*(|B|KB|MB|GB)", Pattern.CASE_INSENSITIVE);
  // No names: a name would be looked up, and what it means could change while the server runs.
  private static final Pattern ADDRESS =
      Pattern.compile("(\\d{1,3}\\.){3}\\d{1,3}|[0-9a-fA-F:]*:[0-9a-fA-F:.]+");

  private final Function<String, Optional<String>> source;
  private final List<SettingMistake> mistakes = new ArrayList<>();

  SettingTexts(Function<String, Optional<String>> source) {
    this.source = source;
  }

  List<SettingMistake> mistakes() {
    return List.copyOf(mistakes);
  }

  void mistake(Setting setting, String problem) {
    mistakes.add(SettingMistake.in(setting, given(setting), problem));
  }

  /** As {@link #mistake}, for a value that itself holds what nobody may see. */
  void mistakeHidden(Setting setting, String problem) {
    mistakes.add(SettingMistake.in(setting, Optional.empty(), problem));
  }

  /** The text that was set; an empty one counts as not set. */
  Optional<String> given(Setting setting) {
    return source.apply(setting.property()).map(String::strip).filter(text -> !text.isEmpty());
  }

  /** The text that holds: the given one or the default. */
  String text(Setting setting) {
    return given(setting).orElse(setting.defaultText());
  }

  Optional<String> optional(Setting setting) {
    return Optional.of(text(setting)).filter(text -> !text.isEmpty());
  }

  int number(Setting setting, int least, int most) {
    return read(setting, text -> within(text, least, most), "is not a whole number");
  }

  int port(Setting setting) {
    return number(setting, 1, 65_535);
  }

  /** A port whose default depends on another setting. */
  int port(Setting setting, int otherwise) {
    return read(
        setting,
        text -> text.isEmpty() ? otherwise : within(text, 1, 65_535),
        "is not a whole number");
  }

  private static int within(String text, int least, int most) {
    int value = Integer.parseInt(text);
    if (value < least || value > most) {
      throw new Unfit("is not from " + least + " to " + most);
    }
    return value;
  }

  /** In bytes. */
  long size(Setting setting, long least) {
    return read(
        setting,
        text -> {
          Matcher matcher = SIZE.matcher(text);
          if (!matcher.matches()) {
            throw new Unfit("is not a size");
          }
          long bytes = Math.multiplyExact(Long.parseLong(matcher.group(1)), unit(matcher.group(2)));
          if (bytes < least) {
            throw new Unfit("is too small");
          }
          return bytes;
        },
        "is not a size");
  }

  private static long unit(String name) {
    return switch (name.toUpperCase(Locale.ROOT)) {
      case "KB" -> 1L << 10;
      case "MB" -> 1L << 20;
      case "GB" -> 1L << 30;
      default -> 1;
    };
  }

  Duration duration(Setting setting, Duration least) {
    return read(
        setting,
        text -> {
          Duration value = Duration.parse(text);
          if (value.compareTo(least) < 0) {
            throw new Unfit("is shorter than " + least);
          }
          return value;
        },
        "is not a duration");
  }

  Severities severities(Setting setting) {
    return read(setting, Severities::parse, "is not a list of checks with what they do");
  }

  List<Duration> durations(Setting setting) {
    return read(
        setting,
        text ->
            list(text).stream().map(Duration::parse).peek(SettingTexts::requirePositive).toList(),
        "is not a list of durations");
  }

  private static void requirePositive(Duration duration) {
    if (duration.isNegative() || duration.isZero()) {
      throw new Unfit("has a duration that is not longer than nothing");
    }
  }

  Period period(Setting setting) {
    return read(
        setting,
        text -> {
          Period value = Period.parse(text);
          LocalDate someDay = LocalDate.EPOCH;
          if (!someDay.plus(value).isAfter(someDay)) {
            throw new Unfit("is shorter than a day");
          }
          return value;
        },
        "is not a period");
  }

  LocalTime timeOfDay(Setting setting) {
    return read(setting, LocalTime::parse, "is not a time of day");
  }

  ZoneId zone(Setting setting) {
    return read(setting, ZoneId::of, "is not a known time zone");
  }

  String matching(Setting setting, Pattern pattern, String problem) {
    return read(
        setting,
        text -> {
          if (!pattern.matcher(text).matches()) {
            throw new Unfit(problem);
          }
          return text;
        },
        problem);
  }

  String address(Setting setting) {
    return matching(setting, ADDRESS, "is not an IP address");
  }

  List<String> addresses(Setting setting) {
    List<String> addresses = list(text(setting));
    addresses.stream()
        .filter(address -> !ADDRESS.matcher(address).matches())
        .findFirst()
        .ifPresent(bad -> mistake(setting, "holds “" + bad + "”, which is not an IP address"));
    return addresses;
  }

  Path path(Setting setting) {
    return read(setting, text -> Path.of(text).toAbsolutePath().normalize(), "is not a path");
  }

  Optional<Path> optionalPath(Setting setting) {
    return optional(setting).map(text -> path(setting));
  }

  Optional<Path> readableFile(Setting setting) {
    Optional<Path> file = optionalPath(setting);
    if (file.isPresent() && !(Files.isRegularFile(file.get()) && Files.isReadable(file.get()))) {
      mistake(setting, "is not a file that can be read");
      return Optional.empty();
    }
    return file;
  }

  /** An absolute address of the web, without the slash at its end. */
  Optional<URI> webAddress(Setting setting) {
    Optional<String> given = optional(setting);
    if (given.isEmpty()) {
      return Optional.empty();
    }
    try {
      URI uri = new URI(given.get().replaceAll("/+$", ""));
      String scheme = String.valueOf(uri.getScheme());
      if ((scheme.equals("http") || scheme.equals("https"))
          && uri.getHost() != null
          && uri.getRawQuery() == null
          && uri.getRawFragment() == null
          && uri.getRawUserInfo() == null) {
        return Optional.of(uri);
      }
    } catch (URISyntaxException e) {
      // Told below, with all other shapes that are no web address.
    }
    mistake(setting, "is not a web address");
    return Optional.empty();
  }

  <E extends Enum<E>> E oneOf(Setting setting, Class<E> type) {
    return read(
        setting,
        text -> Enum.valueOf(type, text.toUpperCase(Locale.ROOT)),
        "is none of the choices");
  }

  boolean flag(Setting setting) {
    return read(
        setting,
        text ->
            switch (text.toLowerCase(Locale.ROOT)) {
              case "true" -> true;
              case "false" -> false;
              default -> throw new Unfit("is neither true nor false");
            },
        "is neither true nor false");
  }

  private static List<String> list(String text) {
    return Arrays.stream(text.split(",", -1))
        .map(String::strip)
        .filter(item -> !item.isEmpty())
        .toList();
  }

  private <T> T read(Setting setting, Function<String, T> parse, String problem) {
    try {
      return parse.apply(text(setting));
    } catch (Unfit e) {
      mistake(setting, e.problem);
    } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
      // The JDK's own wording would say less, and could quote a value that must not be shown.
      mistake(setting, problem);
    }
    return parse.apply(setting.defaultText());
  }

  /** Says in our words what is wrong with a value. */
  private static final class Unfit extends RuntimeException {
    @Serial private static final long serialVersionUID = 1L;

    private final String problem;

    Unfit(String problem) {
      super(problem);
      this.problem = problem;
    }
  }
}
