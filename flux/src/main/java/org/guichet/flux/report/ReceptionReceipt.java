package org.guichet.flux.report;

import jakarta.xml.bind.JAXBException;
import jakarta.xml.bind.Marshaller;
import java.io.IOException;
import java.io.OutputStream;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * The accusé de réception: whether a file is taken, and if not, why and what to do. Its XML has a
 * schema of its own, {@code org/guichet/flux/schema/accuse-reception-1.0.xsd}.
 *
 * @param number of the receipt, {@code AR-} and digits
 * @param trial whether it answers a trial
 * @param code why it is KO; null when OK
 * @param message in the recipient's words, why and what to do; for OK what happens next
 * @param deposit number of the deposit
 * @param firstDeposit for a file dropped before: the number of the deposit that stands
 * @param fileName as it was dropped
 * @param size of the file in bytes
 * @param sha256 of the file, in lower-case hexadecimal; null for one that was refused before it had
 *     come whole
 */
public record ReceptionReceipt(
    String number,
    boolean ok,
    boolean trial,
    @Nullable String code,
    String message,
    long deposit,
    @Nullable Long firstDeposit,
    String sender,
    @Nullable String certifier,
    @Nullable String contract,
    @Nullable String idFlux,
    String fileName,
    long size,
    @Nullable String sha256,
    OffsetDateTime droppedAt,
    OffsetDateTime issuedAt) {
  /** Writes it as XML, in UTF-8. Leaves the stream open. */
  public void writeTo(OutputStream out) throws IOException {
    try {
      Marshaller marshaller = ReceptionReceiptXml.CONTEXT.createMarshaller();
      marshaller.setProperty(Marshaller.JAXB_FORMATTED_OUTPUT, true);
      marshaller.marshal(ReceptionReceiptXml.of(this), out);
    } catch (JAXBException e) {
      throw new IOException(e); // the values always fit; only the stream can fail
    }
  }
}
