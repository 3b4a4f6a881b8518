package org.azulejo.http.exchange;

/** A request that is not granted, for a reason that is no mishap. */
public final class Refusal extends Exception {
  private final transient Fault fault;

  public Refusal(Fault fault) {
    super(fault.sentence(), null, false, false);
    this.fault = fault;
  }

  public Fault fault() {
    return fault;
  }
}
