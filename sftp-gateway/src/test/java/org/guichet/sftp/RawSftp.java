package org.guichet.sftp;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.apache.sshd.client.channel.ChannelSubsystem;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.channel.ChannelPipedInputStream;
import org.apache.sshd.sftp.common.SftpConstants;

/** Speaks SFTP packet by packet, and so also as no client would. */
final class RawSftp implements AutoCloseable {
  private final ChannelSubsystem channel;
  private final OutputStream out;
  private final DataInputStream in;
  private int lastId;

  /** A packet that came back; {@code body} is what follows its id. */
  record Answer(int type, int id, String body) {
    /** The status that it gives; -1 when it is none. */
    int status() {
      return type == SftpConstants.SSH_FXP_STATUS ? number(0) : -1;
    }

    /** The string that begins at {@code at}, as bytes written in Latin 1. */
    String string(int at) {
      return body.substring(at + 4, at + 4 + number(at));
    }

    int number(int at) {
      int number = 0;
      for (char one : body.substring(at, at + 4).toCharArray()) {
        number = (number << 8) | one;
      }
      return number;
    }
  }

  /** The body of a packet, in the making. Strings are bytes written in Latin 1. */
  static final class Body {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream data = new DataOutputStream(bytes);

    Body number(int number) {
      return put(() -> data.writeInt(number));
    }

    Body large(long number) {
      return put(() -> data.writeLong(number));
    }

    Body octet(int octet) {
      return put(() -> data.writeByte(octet));
    }

    Body string(String text) {
      return number(text.length()).raw(text);
    }

    Body raw(String text) {
      return put(() -> data.write(text.getBytes(ISO_8859_1)));
    }

    byte[] bytes() {
      return bytes.toByteArray();
    }

    private interface Writing {
      void write() throws IOException;
    }

    private Body put(Writing writing) {
      try {
        writing.write();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return this;
    }
  }

  private RawSftp(ClientSession session) throws IOException {
    channel = session.createSubsystemChannel("sftp");
    channel.open().verify(OpenDoor.LIMIT);
    out = channel.getInvertedIn();
    InputStream answers = channel.getInvertedOut();
    ((ChannelPipedInputStream) answers).setTimeout(OpenDoor.LIMIT.toMillis());
    in = new DataInputStream(answers);
  }

  /** A channel on which nothing was said yet. */
  static RawSftp silent(ClientSession session) throws IOException {
    return new RawSftp(session);
  }

  /** Speaks this version of the protocol. */
  static RawSftp speaking(ClientSession session, int version) throws IOException {
    RawSftp sftp = new RawSftp(session);
    sftp.sendRaw(packet(SftpConstants.SSH_FXP_INIT, new Body().number(version).bytes()));
    Answer answer = sftp.receive();
    if (answer.type() != SftpConstants.SSH_FXP_VERSION || answer.id() != version) {
      throw new IOException("Asked for version " + version + ", was told " + answer);
    }
    return sftp;
  }

  static byte[] packet(int type, byte[] rest) {
    Body packet = new Body().number(1 + rest.length).octet(type);
    return packet.raw(new String(rest, ISO_8859_1)).bytes();
  }

  /** Sends a request; returns its id. */
  int send(int type, Body body) throws IOException {
    int id = ++lastId;
    Body withId = new Body().number(id).raw(new String(body.bytes(), ISO_8859_1));
    sendRaw(packet(type, withId.bytes()));
    return id;
  }

  void sendRaw(byte[] bytes) throws IOException {
    out.write(bytes);
    out.flush();
  }

  /** Sends a request and waits for what comes next. */
  Answer ask(int type, Body body) throws IOException {
    send(type, body);
    return receive();
  }

  /**
   * The next packet that comes.
   *
   * @throws EOFException when the server ended the channel
   */
  Answer receive() throws IOException {
    OpenDoor.await("an answer", () -> available() > 0 || channel.isEofSignalled() || ended());
    if (available() == 0) {
      throw new EOFException("The server ended the channel");
    }
    byte[] packet = new byte[in.readInt()];
    in.readFully(packet);
    int type = packet[0] & 0xff;
    Answer whole = new Answer(type, 0, new String(packet, 1, packet.length - 1, ISO_8859_1));
    return new Answer(type, whole.number(0), whole.body().substring(4));
  }

  private boolean ended() {
    return channel.isClosing() || channel.isClosed();
  }

  private int available() {
    try {
      return in.available();
    } catch (IOException e) {
      return 0; // closed
    }
  }

  @Override
  public void close() {
    channel.close(true);
  }
}
