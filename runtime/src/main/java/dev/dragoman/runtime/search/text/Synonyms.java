package dev.dragoman.runtime.search.text;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Words of general English and business software that people use interchangeably. Written from
 * general knowledge, one line per meaning, before any measurement; no word was added for a
 * particular API or query. Read when the index is built: only words whose synonyms occur in an API
 * take up space.
 */
public final class Synonyms {
  private static final String LINES =
      """
      person people human folk folks individual user member
      user account profile
      customer client buyer shopper purchaser
      seller vendor merchant supplier
      company organization organisation org business firm enterprise
      employee staff worker colleague coworker teammate
      team group crew squad
      boss manager supervisor
      owner proprietor
      author writer creator
      administrator admin
      developer dev
      contact lead prospect
      guest visitor attendee participant
      picture photo image pic photograph
      avatar icon logo
      movie film
      video clip recording
      song track tune
      show series
      actor cast
      document doc file
      folder directory
      attachment upload
      message msg text
      comment note remark annotation
      reply response answer
      email mail
      phone telephone mobile cell cellphone
      letter post
      chat conversation thread discussion
      channel room
      notification alert reminder
      task todo chore
      job run
      step stage phase
      milestone deadline
      project workspace
      board column
      calendar schedule agenda timetable
      event appointment meeting
      booking reservation
      vacation holiday leave
      repository repo
      commit revision changeset
      release version
      branch fork
      code source script snippet
      bill invoice
      payment transaction
      money fund cash
      price cost fee rate
      refund reimbursement reimburse repay
      discount coupon voucher promotion promo
      payout withdrawal disbursement
      transfer remittance wire
      balance credit
      tax vat gst
      card creditcard
      subscription membership
      plan tier
      trial demo
      order purchase
      cart basket checkout
      product item article goods
      stock inventory
      shipment delivery shipping parcel package
      warehouse depot
      store shop
      return rma
      contract agreement
      offer quote quotation proposal estimate
      address location place
      country nation
      city town
      region zone area
      zip zipcode postcode postal
      map route
      car vehicle automobile
      flight trip journey travel
      hotel accommodation lodging
      restaurant meal food
      weather forecast
      score rating
      review feedback opinion
      survey questionnaire form poll
      answer reply
      label tag
      category type kind genre
      field attribute property
      list collection
      table sheet spreadsheet
      row record entry
      column field
      database db
      query search lookup
      report summary
      statistics stats metrics analytics
      graph chart
      history log audit trail
      activity action
      error failure exception
      status state
      settings preferences configuration config options
      environment env
      variable var
      parameter param
      application app
      integration connector connection
      plugin extension addon
      website site web page
      link url
      webhook callback hook
      key token
      secret password credential passphrase
      login signin session
      logout signout
      authentication auth
      permission privilege right access
      role position
      policy rule
      certificate cert
      server machine host instance vm
      container pod
      cluster fleet
      network net
      disk volume drive storage
      backup snapshot
      memory ram
      image template
      deployment rollout
      pipeline workflow
      build compile
      quota limit allowance
      usage consumption
      identifier id
      information info detail
      total count number amount
      quantity qty
      average mean
      start begin launch
      stop end halt terminate
      cancel abort
      pause suspend hold
      resume continue unpause
      restart reboot
      enable activate
      disable deactivate
      approve accept confirm
      reject decline deny refuse
      close finish complete
      block ban
      lock freeze
      archive shelve
      restore recover undelete
      copy duplicate clone
      move transfer relocate
      merge combine join
      split divide
      share publish
      hide conceal
      import ingest load
      export dump
      send deliver dispatch
      forward redirect
      pay settle
      charge bill
      buy purchase
      sell
      sign signature
      verify validate check confirm
      test try
      assign allocate
      add assign attach
      remove unassign detach
      invite invitation
      join enroll enrol register
      quit leave exit
      follow subscribe watch
      like favorite favourite star
      vote
      sort order rank
      filter narrow
      compare diff difference
      convert transform
      translate translation
      calculate compute
      monitor track
      recent latest newest
      popular trending top
      similar related alike
      upcoming next future
      current present active
      previous past former
      default standard
      public open
      private confidential
      available free
      issue bug ticket problem defect incident case
      receipt invoice statement
      dispute chargeback claim
      expense spending cost
      salary wage payroll compensation
      timesheet shift roster
      absence leave timeoff
      candidate applicant
      vacancy opening posting
      course class lesson
      student pupil learner
      teacher instructor tutor
      exam quiz assessment
      patient client
      doctor physician practitioner
      medication medicine drug prescription
      album playlist
      artist musician band singer
      player participant athlete
      match game fixture
      article blog story post
      feed timeline stream
      reaction emoji
      mute silence
      newsletter campaign mailing
      audience segment recipients
      inbox mailbox
      draft unsent
      deal opportunity
      voicemail recording
      sms text
      memo note
      domain hostname dns
      firewall security
      ip address
      balancer proxy
      schedule cron timer
      secret variable
      approval signoff
      backlog queue
      sprint iteration
      thumbnail preview
      subtitle caption
      language locale
      sensor device gadget
      alarm alert
      exchange conversion
      fulfillment shipment
      wishlist favorites
      empty clear purge wipe
      undo revert rollback
      unblock unban
      unlock unfreeze
      unfollow unsubscribe
      raise increase
      lower decrease reduce
      expire expiry expiration
      colour color
      centre center
      licence license
      catalogue catalog
      cheque check
      """;

  private Synonyms() {}

  /** For each stem, the stems of the other words on its lines. */
  public static Map<String, Set<String>> byStem() {
    Map<String, Set<String>> all = new LinkedHashMap<>();
    for (String line : LINES.strip().split("\n", -1)) {
      List<String> stems = Arrays.stream(line.split(" ", -1)).map(Stemmer::stem).toList();
      for (String stem : stems) {
        Set<String> others = all.computeIfAbsent(stem, key -> new LinkedHashSet<>());
        stems.stream().filter(other -> !other.equals(stem)).forEach(others::add);
      }
    }
    return all;
  }
}
