package org.guichet.documents;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the source says of a type and its constants, as one line of text without markup. */
final class SourceComments {
  private static final String COMMENT =
      "/\\*\\*((?:(?!\\*/).)*)\\*/\\s*(?:@\\w+(?:\\([^)]*\\))?\\s*)*";
  private static final Pattern LINE_START = Pattern.compile("\\s*\\n\\s*\\*?\\s*");
  private static final Pattern TAG = Pattern.compile("\\{@(?:code|link)\\s+([^}]*)}");

  private final String source;

  private SourceComments(String source) {
    this.source = source;
  }

  static SourceComments of(Class<?> type) {
    Class<?> outermost = type;
    while (outermost.getEnclosingClass() != null) {
      outermost = outermost.getEnclosingClass();
    }
    String name = outermost.getName().replace('.', '/') + ".java";
    Path file =
        Repository.mainSources().stream()
            .filter(path -> path.endsWith(name))
            .findFirst()
            .orElseThrow(() -> new AssertionError("No source of " + name));
    return new SourceComments(Repository.read(file));
  }

  Optional<String> ofType(String simpleName) {
    return before("(?:public\\s+)?(?:static\\s+)?enum\\s+" + simpleName + "\\b");
  }

  Optional<String> ofConstant(String name) {
    return before(name + "\\s*[,;(]");
  }

  private Optional<String> before(String declaration) {
    Matcher matcher = Pattern.compile(COMMENT + declaration, Pattern.DOTALL).matcher(source);
    return matcher.find() ? Optional.of(plain(matcher.group(1))) : Optional.empty();
  }

  private static String plain(String comment) {
    String flat = LINE_START.matcher(comment).replaceAll(" ");
    return TAG.matcher(flat).replaceAll("`$1`").strip();
  }
}
