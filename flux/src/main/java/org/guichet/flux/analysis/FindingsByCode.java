package org.guichet.flux.analysis;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.guichet.flux.FindingCode;

/**
 * Findings on disk, those of one code side by side. Each code gathers a block in memory, and writes
 * it behind the blocks of the others when it is full.
 */
final class FindingsByCode implements AutoCloseable {
  private static final int BLOCK = 1 << 14;

  private final SpoolFile file;
  private final OutputStream out;
  private final Map<FindingCode, Chain> chains = new EnumMap<>(FindingCode.class);
  private long written;

  FindingsByCode(Path folder) throws IOException {
    file = new SpoolFile(folder);
    out = new BufferedOutputStream(file.write());
  }

  void add(PlacedFinding placed) throws IOException {
    Chain chain = chains.computeIfAbsent(placed.finding().code(), code -> new Chain());
    Codec.write(new DataOutputStream(chain.open), placed);
    if (chain.open.size() >= BLOCK) {
      writeBlock(chain);
    }
  }

  /** Nothing more is added. */
  void finish() throws IOException {
    for (Chain chain : chains.values()) {
      writeBlock(chain);
    }
    out.close();
  }

  void forEach(FindingCode code, Visitor<PlacedFinding> visitor) throws IOException {
    Chain chain = chains.get(code);
    if (chain == null) {
      return;
    }
    try (RandomAccessFile in = file.seek()) {
      for (Block block : chain.blocks) {
        byte[] bytes = new byte[block.length()];
        in.seek(block.offset());
        in.readFully(bytes);
        DataInputStream findings = new DataInputStream(new ByteArrayInputStream(bytes));
        while (findings.available() > 0) {
          visitor.visit(Codec.placed(findings));
        }
      }
    }
  }

  private void writeBlock(Chain chain) throws IOException {
    chain.blocks.add(new Block(written, chain.open.size()));
    written += chain.open.size();
    chain.open.writeTo(out);
    chain.open.reset();
  }

  @Override
  public void close() throws IOException {
    try (file) {
      out.close();
    }
  }

  private static final class Chain {
    private final ByteArrayOutputStream open = new ByteArrayOutputStream(BLOCK);
    private final List<Block> blocks = new ArrayList<>();
  }

  private record Block(long offset, int length) {}
}
