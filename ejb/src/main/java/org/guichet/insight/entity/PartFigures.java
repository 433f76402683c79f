package org.guichet.insight.entity;

/**
 * Figures of one depositor, certifier, contract or channel.
 *
 * @param key matricule, number or name of the channel; empty where files name none that is known
 * @param name of the organisation; empty for anything else
 */
public record PartFigures(String key, String name, Figures figures) {}
