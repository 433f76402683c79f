package org.guichet.flux.report;

import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBException;
import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlType;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** The accusé de réception as its XML has it; {@code accuse-reception-1.0.xsd} says the same. */
@XmlRootElement(name = "accuseReception")
@XmlAccessorType(XmlAccessType.FIELD)
@XmlType(
    propOrder = {
      "numero",
      "resultat",
      "nature",
      "code",
      "message",
      "depot",
      "premierDepot",
      "expediteur",
      "certificateur",
      "contrat",
      "idFlux",
      "nomFichier",
      "taille",
      "sha256",
      "deposeLe",
      "emisLe"
    })
@SuppressWarnings("unused") // JAXB reads the fields
final class ReceptionReceiptXml {
  static final String NAMESPACE = "urn:guichet:accuse-reception:1.0";

  /** Costly to make, and good for all threads. */
  static final JAXBContext CONTEXT = context();

  private String numero = "";
  private String resultat = "";
  private String nature = "";
  private @Nullable String code;
  private String message = "";
  private long depot;
  private @Nullable Long premierDepot;
  private String expediteur = "";
  private @Nullable String certificateur;
  private @Nullable String contrat;
  private @Nullable String idFlux;
  private String nomFichier = "";
  private long taille;
  private @Nullable String sha256;
  private String deposeLe = "";
  private String emisLe = "";

  private ReceptionReceiptXml() {}

  static ReceptionReceiptXml of(ReceptionReceipt receipt) {
    ReceptionReceiptXml xml = new ReceptionReceiptXml();
    xml.numero = XmlText.legal(receipt.number());
    xml.resultat = receipt.ok() ? "OK" : "KO";
    xml.nature = receipt.trial() ? "ESSAI" : "REEL";
    xml.code = XmlText.legalOrNull(receipt.code());
    xml.message = XmlText.legal(receipt.message());
    xml.depot = receipt.deposit();
    xml.premierDepot = receipt.firstDeposit();
    xml.expediteur = XmlText.legal(receipt.sender());
    xml.certificateur = XmlText.legalOrNull(receipt.certifier());
    xml.contrat = XmlText.legalOrNull(receipt.contract());
    xml.idFlux = XmlText.legalOrNull(receipt.idFlux());
    xml.nomFichier = XmlText.legal(receipt.fileName());
    xml.taille = receipt.size();
    xml.sha256 = receipt.sha256();
    xml.deposeLe = DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(receipt.droppedAt());
    xml.emisLe = DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(receipt.issuedAt());
    return xml;
  }

  private static JAXBContext context() {
    try {
      return JAXBContext.newInstance(ReceptionReceiptXml.class);
    } catch (JAXBException e) {
      throw new IllegalStateException("XML Binding is misconfigured", e);
    }
  }
}
