package org.polytorus.simulator.app.fuzz;
import java.time.Duration;
public class TryIt {
  public static void main(String[] a) {
    long from=Long.parseLong(a[0]), n=Long.parseLong(a[1]); Coverage c=new Coverage(); long ev=0; long t=System.nanoTime(); int bad=0;
    for(long s=from;s<from+n;s++){ 
      var sc=RandomScenario.of(s,30,Duration.ofSeconds(30)); var r=new CheckedRun(sc.scenario());
      long t1=java.lang.management.ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      try { var v=r.run(); if(v!=null){ bad++; System.out.println(s+" "+sc.shape()+" "+sc.scenario().testnet().nodes().size()+" @"+(v.epochNanos()-1750000000000000000L)/1e9+" "+v.invariant()+": "+v.found()); } } catch(RuntimeException e){ System.out.println(s+" THROWN "+e); e.printStackTrace(System.out); bad++; }
      long ms=(java.lang.management.ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime()-t1)/1000000; if(ms>1500) System.out.println(s+" slow "+ms+" ms "+sc.scenario().testnet().nodes().size()+" nodes "+r.events());
      ev+=r.events(); c.add(r.coverage()); }
    double sec=java.lang.management.ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime()/1e9; System.out.println(bad+" bad, "+n/sec+" seeds/s, "+ev/sec+" events/s");
    if(a.length>2) c.runs().forEach((k,v)->System.out.println(k+" "+v));
  }
}
