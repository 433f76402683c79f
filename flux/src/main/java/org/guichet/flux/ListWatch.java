package org.guichet.flux;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells from the tags of a file whether passages that come next may be cut: whether they stand in a
 * list of passages that is where the schema wants it, behind its first child, and with the
 * namespaces that their tags seem to have. It believes only what is written in the plainest way.
 */
final class ListWatch implements MarkupLexer.Tags {
  private static final List<String> PATH =
      List.of(Paths.PASSAGE.substring(1, Paths.PASSAGE.lastIndexOf('/')).split("/", -1));
  private static final String INSTANCE = "http://www.w3.org/2001/XMLSchema-instance";
  private static final Pattern ROOT =
      Pattern.compile(
          "((?:[A-Za-z_][\\w.-]*:)?)flux((?:\\s+[\\w.:-]+\\s*=\\s*(?:\"[^\"]*\"|'[^']*'))*)\\s*");
  private static final Pattern ATTRIBUTE =
      Pattern.compile("([\\w.:-]+)\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)')");

  private @Nullable String prefix;
  private int depth;
  private int onPath; // so many of the open elements, from the root on, are those of the path
  private boolean hadChild;

  /** Whether a start tag that comes now is that of a passage that may be cut. */
  boolean inList() {
    return depth == PATH.size() && onPath == depth && hadChild;
  }

  /** The prefix of the file's elements, with its colon; null where none may be cut. */
  @Nullable String prefix() {
    return prefix;
  }

  @Override
  public void started(byte[] tag, int length, boolean empty) {
    if (depth == PATH.size() && onPath == depth) {
      hadChild = true;
    } else if (!empty && depth == onPath && depth < PATH.size() && length > 0) {
      String text = new String(tag, 0, length, ISO_8859_1);
      if (depth == 0 ? isRoot(text) : text.equals(prefix + PATH.get(depth))) {
        onPath++;
        hadChild = false;
      }
    }
    if (!empty) {
      depth++;
    }
  }

  @Override
  public void ended() {
    depth = Math.max(0, depth - 1); // below that, the parser has stopped
    onPath = Math.min(onPath, depth);
  }

  /** Whether a tag is that of the root, and says no more than which namespaces there are. */
  private boolean isRoot(String tag) {
    Matcher root = ROOT.matcher(tag);
    if (!root.matches()) {
      return false;
    }
    String own = root.group(1);
    String declaration = own.isEmpty() ? "xmlns" : "xmlns:" + own.substring(0, own.length() - 1);
    boolean bindsOwn = false;
    boolean bindsInstance = false;
    Matcher attribute = ATTRIBUTE.matcher(root.group(2));
    while (attribute.find()) {
      String name = attribute.group(1);
      String value = attribute.group(2) == null ? attribute.group(3) : attribute.group(2);
      bindsOwn |= name.equals(declaration) && value.equals(Paths.NAMESPACE);
      bindsInstance |= name.equals("xmlns:xsi") && value.equals(INSTANCE);
      if (!name.equals("xmlns")
          && !name.startsWith("xmlns:")
          && !name.equals("xsi:schemaLocation")) {
        return false;
      }
    }
    prefix = own;
    return bindsOwn && bindsInstance;
  }
}
