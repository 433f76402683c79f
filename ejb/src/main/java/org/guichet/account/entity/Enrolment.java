package org.guichet.account.entity;

/**
 * What a person needs to make an authenticator show codes.
 *
 * @param secret in base 32, to be typed where no picture can be taken
 * @param uri {@code otpauth://…}
 * @param svg the address as a QR code
 */
public record Enrolment(String secret, String uri, String svg) {}
