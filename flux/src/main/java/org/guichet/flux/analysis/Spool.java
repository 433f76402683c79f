package org.guichet.flux.analysis;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.guichet.flux.Certification;
import org.guichet.flux.Finding;
import org.guichet.flux.Passage;
import org.jspecify.annotations.Nullable;

/**
 * What a reading told, kept on disk in its order. The faults of certifications lie in a second
 * file: they are known after the passages that fall with them, and read beside them.
 */
final class Spool implements AutoCloseable {
  private static final int END = 0;
  private static final int PASSAGE = 1;
  private static final int FINDING = 2;
  private static final int FAULT = 3;

  private final SpoolFile events;
  private final SpoolFile faults;
  private final DataOutputStream eventsOut;
  private final DataOutputStream faultsOut;

  /** A passage as it was told. */
  record Told(
      int position,
      int certification,
      @Nullable String idTechnique,
      int line,
      long offset,
      long length,
      List<Finding> findings,
      @Nullable Finding faultOfCertification) {}

  /** Is shown what was told, in its order. */
  interface Reader {
    void passage(Told passage) throws IOException;

    /** A finding outside of any passage. */
    void finding(Finding finding) throws IOException;
  }

  Spool(Path folder) throws IOException {
    events = new SpoolFile(folder);
    faults = new SpoolFile(folder);
    eventsOut = events.write();
    faultsOut = faults.write();
  }

  void write(Passage passage) throws IOException {
    eventsOut.writeByte(PASSAGE);
    eventsOut.writeInt(passage.position());
    eventsOut.writeInt(passage.certification());
    Codec.write(eventsOut, passage.idTechnique());
    eventsOut.writeInt(passage.line());
    eventsOut.writeLong(passage.offset());
    eventsOut.writeLong(passage.length());
    eventsOut.writeInt(passage.findings().size());
    for (Finding finding : passage.findings()) {
      Codec.write(eventsOut, finding);
    }
  }

  void write(Finding finding) throws IOException {
    eventsOut.writeByte(FINDING);
    Codec.write(eventsOut, finding);
  }

  void write(Certification certification) throws IOException {
    Finding fault = certification.fault();
    if (fault != null) {
      faultsOut.writeByte(FAULT);
      faultsOut.writeInt(certification.number());
      Codec.write(faultsOut, fault);
    }
  }

  /** Nothing more is written. */
  void finish() throws IOException {
    eventsOut.writeByte(END);
    faultsOut.writeByte(END);
    closeWriting();
  }

  void read(Reader reader) throws IOException {
    try (DataInputStream in = events.read();
        DataInputStream faultsIn = faults.read()) {
      Faults beside = new Faults(faultsIn);
      for (int tag = in.readByte(); tag != END; tag = in.readByte()) {
        if (tag == PASSAGE) {
          reader.passage(passage(in, beside));
        } else {
          reader.finding(Codec.finding(in));
        }
      }
    }
  }

  private static Told passage(DataInputStream in, Faults beside) throws IOException {
    int position = in.readInt();
    int certification = in.readInt();
    String idTechnique = Codec.textOrNull(in);
    int line = in.readInt();
    long offset = in.readLong();
    long length = in.readLong();
    int count = in.readInt();
    List<Finding> findings = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      findings.add(Codec.finding(in));
    }
    return new Told(
        position,
        certification,
        idTechnique,
        line,
        offset,
        length,
        findings,
        beside.of(certification));
  }

  private void closeWriting() throws IOException {
    try (eventsOut) {
      faultsOut.close();
    }
  }

  @Override
  public void close() throws IOException {
    try (events;
        faults) {
      closeWriting();
    }
  }

  /** The faults of certifications, asked for in the order of the file. */
  private static final class Faults {
    private final DataInputStream in;
    private int number;
    private @Nullable Finding fault;

    Faults(DataInputStream in) throws IOException {
      this.in = in;
      next();
    }

    @Nullable Finding of(int certification) throws IOException {
      while (number < certification) {
        next();
      }
      return number == certification ? fault : null;
    }

    private void next() throws IOException {
      if (in.readByte() == END) {
        number = Integer.MAX_VALUE;
        fault = null;
      } else {
        number = in.readInt();
        fault = Codec.finding(in);
      }
    }
  }
}
