/**
 * What a file is answered: the rapport, the accusé de réception, and the names of their files.
 *
 * <p>What holds here: the shape of the rapport and its fixed messages are read by certifiers'
 * programs and never change; everything written is well-formed XML, whatever the values hold.
 */
@XmlSchema(namespace = ReceptionReceiptXml.NAMESPACE, elementFormDefault = XmlNsForm.QUALIFIED)
package org.guichet.flux.report;

import jakarta.xml.bind.annotation.XmlNsForm;
import jakarta.xml.bind.annotation.XmlSchema;
