package org.guichet.web.deposits;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serial;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.guichet.deposit.boundary.Incoming;
import org.guichet.deposit.boundary.Spool;
import org.guichet.deposit.entity.DepositKind;
import org.guichet.deposit.entity.DropFolder;
import org.guichet.deposit.entity.DropName;
import org.guichet.deposit.entity.PartialFile;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.Settings;
import org.guichet.web.CurrentVisitor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes files from the page, resumable over bad lines: tus 1.0 with creation-with-upload and
 * termination, at {@code /portal/uploads}. The spool is the same as behind SFTP, so what broke off
 * waits for a day, also for an SFTP client. The address of an upload says its kind, length and
 * name; nothing is kept here. The answer to the last byte comes after the deposit is durable, and
 * names it.
 */
public class DropUploads extends HttpServlet {
  @Serial private static final long serialVersionUID = 1L;

  private static final Logger log = LoggerFactory.getLogger(DropUploads.class);
  private static final String VERSION = "1.0.0";
  private static final String BYTES = "application/offset+octet-stream";
  private static final String RESUMABLE = "Tus-Resumable";
  private static final String OFFSET = "Upload-Offset";
  private static final String LENGTH = "Upload-Length";
  private static final int BUFFER = 1 << 16;
  private static final int LONGEST_NAME = 200;

  @Inject transient Spool spool;
  @Inject transient CurrentVisitor visitor;
  @Inject transient Settings.Deposit settings;

  /** Which upload is meant. */
  private record Target(DropFolder folder, long length, String name) {
    String address() {
      return "/" + folder + "/" + length + "/" + URLEncoder.encode(name, StandardCharsets.UTF_8);
    }
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setHeader(RESUMABLE, VERSION);
    response.setHeader("Cache-Control", "no-store");
    switch (request.getMethod()) {
      case "OPTIONS" -> options(response);
      case "POST" -> create(request, response);
      case "HEAD" -> tell(request, response);
      case "PATCH" -> resume(request, response);
      case "DELETE" -> discard(request, response);
      default -> response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
    }
  }

  private void options(HttpServletResponse response) {
    response.setHeader("Tus-Version", VERSION);
    response.setHeader("Tus-Extension", "creation,creation-with-upload,termination");
    response.setHeader("Tus-Max-Size", Long.toString(settings.maxSize()));
    response.setStatus(HttpServletResponse.SC_NO_CONTENT);
  }

  private void create(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Optional<Target> target = asked(request);
    if (target.isEmpty() || !BYTES.equals(request.getContentType())) {
      response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
      return;
    }
    if (target.get().length() > settings.maxSize()) {
      response.setStatus(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
      return;
    }
    if (!DropName.counts(target.get().name())) {
      response.setStatus(HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE);
      return;
    }
    response.setHeader(
        "Location", request.getContextPath() + request.getServletPath() + target.get().address());
    Optional<Long> corrects = corrects(request);
    Incoming incoming =
        corrects.isPresent() && target.get().folder() == DropFolder.REAL
            ? spool.beginCorrection(visitor.caller(), target.get().name(), corrects.get())
            : spool.begin(visitor.caller(), target.get().folder(), target.get().name());
    take(request, response, target.get(), incoming, HttpServletResponse.SC_CREATED);
  }

  private void tell(HttpServletRequest request, HttpServletResponse response) {
    Optional<Target> target = named(request);
    Optional<PartialFile> part = target.flatMap(this::part);
    if (part.isEmpty()) {
      response.setStatus(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    response.setHeader(OFFSET, Long.toString(part.get().size()));
    response.setHeader(LENGTH, Long.toString(target.orElseThrow().length()));
    response.setStatus(HttpServletResponse.SC_OK);
  }

  private void resume(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Optional<Target> target = named(request);
    if (target.isEmpty() || !BYTES.equals(request.getContentType())) {
      response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
      return;
    }
    Optional<PartialFile> part = part(target.get());
    if (part.isEmpty()) {
      response.setStatus(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    if (!Long.toString(part.get().size()).equals(request.getHeader(OFFSET))) {
      response.setStatus(HttpServletResponse.SC_CONFLICT);
      return;
    }
    Caller caller = visitor.caller();
    Optional<Incoming> incoming = spool.resume(caller, target.get().folder(), target.get().name());
    if (incoming.isEmpty()) {
      response.setStatus(HttpServletResponse.SC_CONFLICT); // somebody is writing it
      return;
    }
    incoming.get().position(part.get().size());
    take(request, response, target.get(), incoming.get(), HttpServletResponse.SC_NO_CONTENT);
  }

  private void discard(HttpServletRequest request, HttpServletResponse response) {
    boolean gone =
        named(request)
            .filter(target -> spool.discard(visitor.caller(), target.folder(), target.name()))
            .isPresent();
    response.setStatus(gone ? HttpServletResponse.SC_NO_CONTENT : HttpServletResponse.SC_NOT_FOUND);
  }

  /** Takes what comes; a whole file becomes a deposit, anything less waits. */
  private void take(
      HttpServletRequest request,
      HttpServletResponse response,
      Target target,
      Incoming incoming,
      int status)
      throws IOException {
    Caller caller = visitor.caller();
    try (InputStream body = request.getInputStream()) {
      copy(body, incoming, target.length());
    } catch (IOException e) {
      // Mostly nobody is there any more to be answered; whoever is tries again from where it was.
      spool.cutShort(caller, incoming);
      log.debug("WEB-221 upload in the page cut short by={}", caller.label(), e);
      response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
      return;
    }
    if (incoming.size() < target.length()) {
      response.setHeader(OFFSET, Long.toString(incoming.size()));
      spool.cutShort(caller, incoming);
      response.setStatus(status);
      return;
    }
    response.setHeader(OFFSET, Long.toString(target.length()));
    spool
        .close(caller, incoming)
        .ifPresent(
            outcome ->
                response.setHeader(
                    "Guichet-Deposit", Long.toString(outcome.receiptNumber().orElseThrow())));
    response.setStatus(status);
  }

  /** Never more than was announced. */
  private static void copy(InputStream body, Incoming incoming, long length) throws IOException {
    byte[] buffer = new byte[BUFFER];
    long room = length - incoming.position();
    int read = body.read(buffer, 0, (int) Math.min(buffer.length, room));
    while (read > 0) {
      ByteBuffer bytes = ByteBuffer.wrap(buffer, 0, read);
      while (bytes.hasRemaining()) {
        incoming.write(bytes);
      }
      room -= read;
      read = room == 0 ? 0 : body.read(buffer, 0, (int) Math.min(buffer.length, room));
    }
  }

  private Optional<PartialFile> part(Target target) {
    return spool.parts(visitor.caller(), target.folder()).stream()
        .filter(part -> part.name().equals(target.name()))
        .filter(part -> part.size() <= target.length())
        .findFirst();
  }

  /** What a creation says of the file. */
  private static Optional<Target> asked(HttpServletRequest request) {
    List<String> pairs = pairs(request);
    return target(metadata(pairs, "kind"), request.getHeader(LENGTH), metadata(pairs, "filename"));
  }

  /** Number of the deposit that it mends, if it says one. */
  private static Optional<Long> corrects(HttpServletRequest request) {
    return DropPage.number(metadata(pairs(request), "corrects"));
  }

  private static List<String> pairs(HttpServletRequest request) {
    return Arrays.asList(
        Optional.ofNullable(request.getHeader("Upload-Metadata")).orElse("").split(",", -1));
  }

  private static @Nullable String metadata(List<String> pairs, String key) {
    return pairs.stream()
        .map(pair -> pair.strip().split(" ", 2))
        .filter(pair -> pair.length == 2 && pair[0].equals(key))
        .map(pair -> decoded(pair[1]))
        .findFirst()
        .orElse(null);
  }

  private static String decoded(String base64) {
    try {
      return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  /** What the address of an upload says. */
  private static Optional<Target> named(HttpServletRequest request) {
    String base = request.getContextPath() + request.getServletPath() + "/";
    String[] parts =
        request
            .getRequestURI()
            .substring(Math.min(base.length(), request.getRequestURI().length()))
            .split("/", -1);
    return parts.length == 3 ? target(parts[0], parts[1], unescaped(parts[2])) : Optional.empty();
  }

  private static String unescaped(String part) {
    try {
      return URLDecoder.decode(part, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  private static Optional<Target> target(
      @Nullable String kind, @Nullable String length, @Nullable String name) {
    Optional<DepositKind> known =
        Arrays.stream(DepositKind.values()).filter(one -> one.name().equals(kind)).findFirst();
    boolean counted = length != null && length.matches("\\d{1,15}");
    boolean fine =
        name != null
            && !name.isEmpty()
            && name.length() <= LONGEST_NAME
            && name.chars().noneMatch(c -> c == '/' || c == '\\' || Character.isISOControl(c));
    return name != null && length != null && known.isPresent() && counted && fine
        ? Optional.of(new Target(DropFolder.of(known.get()), Long.parseLong(length), name))
        : Optional.empty();
  }
}
