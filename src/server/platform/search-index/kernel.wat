;; The inner loops of the search index, over bitsets of 128 bits at a time.
;;
;; A bitset has one bit for each slot of a segment. All bitsets of a segment have the same length in bytes, a multiple
;; of 16, and bits beyond the last slot are never set. Addresses and lengths are in bytes. `npm run kernel` writes the
;; bytes of this text to kernel-bytes.ts; a test holds both together.
(module
  (memory (import "segment" "memory") 1)

  ;; how many bits are set. The processor counts the ones of 64 bits at once, which is faster than blocks
  (func (export "count") (param $bits i32) (param $length i32) (result i32)
    (local $end i32) (local $sum i64) (local $other i64)
    (local.set $end (i32.add (local.get $bits) (local.get $length)))
    (loop $next
      (local.set $sum (i64.add (local.get $sum) (i64.add
        (i64.popcnt (i64.load (local.get $bits)))
        (i64.popcnt (i64.load offset=8 (local.get $bits))))))
      (local.set $other (i64.add (local.get $other) (i64.add
        (i64.popcnt (i64.load offset=16 (local.get $bits)))
        (i64.popcnt (i64.load offset=24 (local.get $bits))))))
      (br_if $next (i32.lt_u
        (local.tee $bits (i32.add (local.get $bits) (i32.const 32))) (local.get $end))))
    (i32.wrap_i64 (i64.add (local.get $sum) (local.get $other))))

  ;; to = one and two; gives back how many bits are set in it
  (func (export "both") (param $to i32) (param $one i32) (param $two i32) (param $length i32) (result i32)
    (local $end i32) (local $sum i64) (local $other i64) (local $block i64)
    (local.set $end (i32.add (local.get $one) (local.get $length)))
    (loop $next
      (local.set $block (i64.and (i64.load (local.get $one)) (i64.load (local.get $two))))
      (i64.store (local.get $to) (local.get $block))
      (local.set $sum (i64.add (local.get $sum) (i64.popcnt (local.get $block))))
      (local.set $block (i64.and (i64.load offset=8 (local.get $one)) (i64.load offset=8 (local.get $two))))
      (i64.store offset=8 (local.get $to) (local.get $block))
      (local.set $other (i64.add (local.get $other) (i64.popcnt (local.get $block))))
      (local.set $block (i64.and (i64.load offset=16 (local.get $one)) (i64.load offset=16 (local.get $two))))
      (i64.store offset=16 (local.get $to) (local.get $block))
      (local.set $sum (i64.add (local.get $sum) (i64.popcnt (local.get $block))))
      (local.set $block (i64.and (i64.load offset=24 (local.get $one)) (i64.load offset=24 (local.get $two))))
      (i64.store offset=24 (local.get $to) (local.get $block))
      (local.set $other (i64.add (local.get $other) (i64.popcnt (local.get $block))))
      (local.set $block (i64.and (i64.load offset=32 (local.get $one)) (i64.load offset=32 (local.get $two))))
      (i64.store offset=32 (local.get $to) (local.get $block))
      (local.set $sum (i64.add (local.get $sum) (i64.popcnt (local.get $block))))
      (local.set $block (i64.and (i64.load offset=40 (local.get $one)) (i64.load offset=40 (local.get $two))))
      (i64.store offset=40 (local.get $to) (local.get $block))
      (local.set $other (i64.add (local.get $other) (i64.popcnt (local.get $block))))
      (local.set $block (i64.and (i64.load offset=48 (local.get $one)) (i64.load offset=48 (local.get $two))))
      (i64.store offset=48 (local.get $to) (local.get $block))
      (local.set $sum (i64.add (local.get $sum) (i64.popcnt (local.get $block))))
      (local.set $block (i64.and (i64.load offset=56 (local.get $one)) (i64.load offset=56 (local.get $two))))
      (i64.store offset=56 (local.get $to) (local.get $block))
      (local.set $other (i64.add (local.get $other) (i64.popcnt (local.get $block))))
      (local.set $to (i32.add (local.get $to) (i32.const 64)))
      (local.set $two (i32.add (local.get $two) (i32.const 64)))
      (br_if $next (i32.lt_u
        (local.tee $one (i32.add (local.get $one) (i32.const 64))) (local.get $end))))
    (i32.wrap_i64 (i64.add (local.get $sum) (local.get $other))))

  ;; to = one and not two; gives back how many bits are set in it
  (func (export "without") (param $to i32) (param $one i32) (param $two i32) (param $length i32) (result i32)
    (local $end i32) (local $sum i64) (local $other i64) (local $block i64)
    (local.set $end (i32.add (local.get $one) (local.get $length)))
    (loop $next
      (local.set $block (i64.and
          (i64.load (local.get $one))
          (i64.xor (i64.load (local.get $two)) (i64.const -1))))
      (i64.store (local.get $to) (local.get $block))
      (local.set $sum (i64.add (local.get $sum) (i64.popcnt (local.get $block))))
      (local.set $block (i64.and
          (i64.load offset=8 (local.get $one))
          (i64.xor (i64.load offset=8 (local.get $two)) (i64.const -1))))
      (i64.store offset=8 (local.get $to) (local.get $block))
      (local.set $other (i64.add (local.get $other) (i64.popcnt (local.get $block))))
      (local.set $block (i64.and
          (i64.load offset=16 (local.get $one))
          (i64.xor (i64.load offset=16 (local.get $two)) (i64.const -1))))
      (i64.store offset=16 (local.get $to) (local.get $block))
      (local.set $sum (i64.add (local.get $sum) (i64.popcnt (local.get $block))))
      (local.set $block (i64.and
          (i64.load offset=24 (local.get $one))
          (i64.xor (i64.load offset=24 (local.get $two)) (i64.const -1))))
      (i64.store offset=24 (local.get $to) (local.get $block))
      (local.set $other (i64.add (local.get $other) (i64.popcnt (local.get $block))))
      (local.set $block (i64.and
          (i64.load offset=32 (local.get $one))
          (i64.xor (i64.load offset=32 (local.get $two)) (i64.const -1))))
      (i64.store offset=32 (local.get $to) (local.get $block))
      (local.set $sum (i64.add (local.get $sum) (i64.popcnt (local.get $block))))
      (local.set $block (i64.and
          (i64.load offset=40 (local.get $one))
          (i64.xor (i64.load offset=40 (local.get $two)) (i64.const -1))))
      (i64.store offset=40 (local.get $to) (local.get $block))
      (local.set $other (i64.add (local.get $other) (i64.popcnt (local.get $block))))
      (local.set $block (i64.and
          (i64.load offset=48 (local.get $one))
          (i64.xor (i64.load offset=48 (local.get $two)) (i64.const -1))))
      (i64.store offset=48 (local.get $to) (local.get $block))
      (local.set $sum (i64.add (local.get $sum) (i64.popcnt (local.get $block))))
      (local.set $block (i64.and
          (i64.load offset=56 (local.get $one))
          (i64.xor (i64.load offset=56 (local.get $two)) (i64.const -1))))
      (i64.store offset=56 (local.get $to) (local.get $block))
      (local.set $other (i64.add (local.get $other) (i64.popcnt (local.get $block))))
      (local.set $to (i32.add (local.get $to) (i32.const 64)))
      (local.set $two (i32.add (local.get $two) (i32.const 64)))
      (br_if $next (i32.lt_u
        (local.tee $one (i32.add (local.get $one) (i32.const 64))) (local.get $end))))
    (i32.wrap_i64 (i64.add (local.get $sum) (local.get $other))))

  ;; to = one or two
  (func (export "either") (param $to i32) (param $one i32) (param $two i32) (param $length i32)
    (local $end i32)
    (local.set $end (i32.add (local.get $one) (local.get $length)))
    (loop $next
      (v128.store (local.get $to) (v128.or
        (v128.load (local.get $one))
        (v128.load (local.get $two))))
      (v128.store offset=16 (local.get $to) (v128.or
        (v128.load offset=16 (local.get $one))
        (v128.load offset=16 (local.get $two))))
      (v128.store offset=32 (local.get $to) (v128.or
        (v128.load offset=32 (local.get $one))
        (v128.load offset=32 (local.get $two))))
      (v128.store offset=48 (local.get $to) (v128.or
        (v128.load offset=48 (local.get $one))
        (v128.load offset=48 (local.get $two))))
      (local.set $to (i32.add (local.get $to) (i32.const 64)))
      (local.set $two (i32.add (local.get $two) (i32.const 64)))
      (br_if $next (i32.lt_u
        (local.tee $one (i32.add (local.get $one) (i32.const 64))) (local.get $end)))))

  ;; how many bits the base shares with each of `many` bitsets that lie one after another: one number of 32 bits
  ;; each; 64 bits eight times in a row
  (func (export "countEach")
    (param $base i32) (param $first i32) (param $many i32) (param $length i32) (param $counts i32)
    (local $end i32) (local $start i32) (local $sum i64) (local $other i64)
    (local.set $start (local.get $base))
    (local.set $end (i32.add (local.get $base) (local.get $length)))
    (block $done
      (loop $nextBitset
        (br_if $done (i32.eqz (local.get $many)))
        (local.set $base (local.get $start))
        (local.set $sum (i64.const 0))
        (local.set $other (i64.const 0))
        (loop $next
          (local.set $sum (i64.add (local.get $sum) (i64.add
            (i64.popcnt (i64.and (i64.load (local.get $base)) (i64.load (local.get $first))))
            (i64.popcnt (i64.and (i64.load offset=8 (local.get $base)) (i64.load offset=8 (local.get $first)))))))
          (local.set $other (i64.add (local.get $other) (i64.add
            (i64.popcnt (i64.and (i64.load offset=16 (local.get $base)) (i64.load offset=16 (local.get $first))))
            (i64.popcnt (i64.and (i64.load offset=24 (local.get $base)) (i64.load offset=24 (local.get $first)))))))
          (local.set $sum (i64.add (local.get $sum) (i64.add
            (i64.popcnt (i64.and (i64.load offset=32 (local.get $base)) (i64.load offset=32 (local.get $first))))
            (i64.popcnt (i64.and (i64.load offset=40 (local.get $base)) (i64.load offset=40 (local.get $first)))))))
          (local.set $other (i64.add (local.get $other) (i64.add
            (i64.popcnt (i64.and (i64.load offset=48 (local.get $base)) (i64.load offset=48 (local.get $first))))
            (i64.popcnt (i64.and (i64.load offset=56 (local.get $base)) (i64.load offset=56 (local.get $first)))))))
          (local.set $first (i32.add (local.get $first) (i32.const 64)))
          (br_if $next (i32.lt_u
            (local.tee $base (i32.add (local.get $base) (i32.const 64))) (local.get $end))))
        (i32.store (local.get $counts) (i32.wrap_i64 (i64.add (local.get $sum) (local.get $other))))
        (local.set $counts (i32.add (local.get $counts) (i32.const 4)))
        (local.set $many (i32.sub (local.get $many) (i32.const 1)))
        (br $nextBitset))))

  ;; for each slot of a list, one more for every rare value it has. The record of a slot has eight numbers of 16 bits, the
  ;; values; those left over name values beyond the last, so that no step has to ask how many there are. With more than
  ;; eight, the last is 65535, the two before it say where the rest begins: how many more, and those behind the first five.
  ;; Records lie far apart and come slowly: they are fetched 64 at a time, and then counted, since a counter that was just
  ;; written makes everything behind it wait
  (func $tally (export "tally")
    (param $list i32) (param $many i32) (param $records i32) (param $rest i32) (param $fetched i32) (param $counts i32)
    (local $end i32) (local $portion i32) (local $at i32)
    (local.set $end (i32.add (local.get $list) (i32.shl (local.get $many) (i32.const 2))))
    (block $done
      (loop $nextPortion
        (br_if $done (i32.ge_u (local.get $list) (local.get $end)))
        (local.set $portion (i32.add (local.get $list) (i32.const 256)))
        (if (i32.gt_u (local.get $portion) (local.get $end)) (then (local.set $portion (local.get $end))))
        (local.set $at (local.get $fetched))
        (loop $nextSlot
          (v128.store (local.get $at) (v128.load
            (i32.add (local.get $records) (i32.shl (i32.load (local.get $list)) (i32.const 4)))))
          (local.set $at (i32.add (local.get $at) (i32.const 16)))
          (br_if $nextSlot (i32.lt_u
            (local.tee $list (i32.add (local.get $list) (i32.const 4))) (local.get $portion))))
        (call $countRecords (local.get $fetched) (local.get $at) (local.get $rest) (local.get $counts))
        (br $nextPortion))))

  ;; the same for the slots of a bitset; 512 bytes of it at a time become a list
  (func (export "tallyBits")
    (param $bits i32) (param $length i32)
    (param $records i32) (param $rest i32) (param $list i32) (param $fetched i32) (param $counts i32)
    (local $at i32) (local $to i32)
    (loop $next
      (local.set $to (i32.add (local.get $at) (i32.const 512)))
      (if (i32.gt_u (local.get $to) (local.get $length)) (then (local.set $to (local.get $length))))
      (call $tally
        (local.get $list) (call $collect (local.get $bits) (local.get $at) (local.get $to) (local.get $list))
        (local.get $records) (local.get $rest) (local.get $fetched) (local.get $counts))
      (br_if $next (i32.lt_u (local.tee $at (local.get $to)) (local.get $length)))))

  ;; one more for every value of these records. Calls cost more than what they would do here, so it is written out
  (func $countRecords (param $record i32) (param $end i32) (param $rest i32) (param $counts i32)
    (local $at i32)
    (loop $next
      (local.set $at (i32.add (local.get $counts)
        (i32.shl (i32.load16_u (local.get $record)) (i32.const 2))))
      (i32.store (local.get $at) (i32.add (i32.load (local.get $at)) (i32.const 1)))
      (local.set $at (i32.add (local.get $counts)
        (i32.shl (i32.load16_u offset=2 (local.get $record)) (i32.const 2))))
      (i32.store (local.get $at) (i32.add (i32.load (local.get $at)) (i32.const 1)))
      (local.set $at (i32.add (local.get $counts)
        (i32.shl (i32.load16_u offset=4 (local.get $record)) (i32.const 2))))
      (i32.store (local.get $at) (i32.add (i32.load (local.get $at)) (i32.const 1)))
      (local.set $at (i32.add (local.get $counts)
        (i32.shl (i32.load16_u offset=6 (local.get $record)) (i32.const 2))))
      (i32.store (local.get $at) (i32.add (i32.load (local.get $at)) (i32.const 1)))
      (local.set $at (i32.add (local.get $counts)
        (i32.shl (i32.load16_u offset=8 (local.get $record)) (i32.const 2))))
      (i32.store (local.get $at) (i32.add (i32.load (local.get $at)) (i32.const 1)))
      (if (i32.eq (i32.load16_u offset=14 (local.get $record)) (i32.const 65535))
        (then (call $countRest
          (i32.add (local.get $rest) (i32.shl (i32.load offset=10 (local.get $record)) (i32.const 1)))
          (local.get $counts)))
        (else
          (local.set $at (i32.add (local.get $counts)
            (i32.shl (i32.load16_u offset=10 (local.get $record)) (i32.const 2))))
          (i32.store (local.get $at) (i32.add (i32.load (local.get $at)) (i32.const 1)))
          (local.set $at (i32.add (local.get $counts)
            (i32.shl (i32.load16_u offset=12 (local.get $record)) (i32.const 2))))
          (i32.store (local.get $at) (i32.add (i32.load (local.get $at)) (i32.const 1)))
          (local.set $at (i32.add (local.get $counts)
            (i32.shl (i32.load16_u offset=14 (local.get $record)) (i32.const 2))))
          (i32.store (local.get $at) (i32.add (i32.load (local.get $at)) (i32.const 1)))))
      (br_if $next (i32.lt_u
        (local.tee $record (i32.add (local.get $record) (i32.const 16))) (local.get $end)))))

  ;; one more for each value of a list: first how many there are
  (func $countRest (param $value i32) (param $counts i32)
    (local $many i32) (local $at i32)
    (local.set $many (i32.load16_u (local.get $value)))
    (loop $next
      (local.set $value (i32.add (local.get $value) (i32.const 2)))
      (local.set $at (i32.add (local.get $counts) (i32.shl (i32.load16_u (local.get $value)) (i32.const 2))))
      (i32.store (local.get $at) (i32.add (i32.load (local.get $at)) (i32.const 1)))
      (br_if $next (local.tee $many (i32.sub (local.get $many) (i32.const 1))))))

  ;; sets the bit of every slot of a list of postings, in the bitset of the field it was found in. Each posting is the
  ;; distance from the slot before, times four, plus the field; in bytes of seven bits, the lowest first, and the eighth
  ;; says that more follow. The bitsets of the fields lie one after another.
  (func (export "spread") (param $from i32) (param $end i32) (param $bits i32) (param $length i32)
    (local $slot i32) (local $byte i32) (local $posting i32) (local $shift i32) (local $at i32)
    (block $done
      (loop $next
        (br_if $done (i32.ge_u (local.get $from) (local.get $end)))
        (local.set $posting (i32.const 0))
        (local.set $shift (i32.const 0))
        (loop $nextByte
          (local.set $byte (i32.load8_u (local.get $from)))
          (local.set $from (i32.add (local.get $from) (i32.const 1)))
          (local.set $posting (i32.or (local.get $posting)
            (i32.shl (i32.and (local.get $byte) (i32.const 127)) (local.get $shift))))
          (local.set $shift (i32.add (local.get $shift) (i32.const 7)))
          (br_if $nextByte (i32.ge_u (local.get $byte) (i32.const 128))))
        (local.set $slot (i32.add (local.get $slot) (i32.shr_u (local.get $posting) (i32.const 2))))
        (local.set $at (i32.add
          (i32.add (local.get $bits)
            (i32.mul (i32.and (local.get $posting) (i32.const 3)) (local.get $length)))
          (i32.shr_u (local.get $slot) (i32.const 3))))
        (i32.store8 (local.get $at) (i32.or
          (i32.load8_u (local.get $at))
          (i32.shl (i32.const 1) (i32.and (local.get $slot) (i32.const 7)))))
        (br $next))))

  ;; The points of one word, as a number of four bits for every slot, kept as four bitsets (the ones, twos, fours and
  ;; eights) that lie one after another; a fifth bitset has every slot with points. `list` names `many` bitsets with what
  ;; they are worth, as pairs of numbers of 32 bits; the best come first, and only the first that has a slot counts.
  (func (export "weigh") (param $list i32) (param $many i32) (param $to i32) (param $length i32)
    (local $at i32) (local $each i32) (local $end i32) (local $points i32) (local $block v128) (local $seen v128)
    (local $ones v128) (local $twos v128) (local $fours v128) (local $eights v128)
    (local.set $end (i32.add (local.get $list) (i32.shl (local.get $many) (i32.const 3))))
    (loop $next
      (local.set $seen (v128.const i32x4 0 0 0 0))
      (local.set $ones (local.get $seen))
      (local.set $twos (local.get $seen))
      (local.set $fours (local.get $seen))
      (local.set $eights (local.get $seen))
      (local.set $each (local.get $list))
      (block $done
        (loop $nextBitset
          (br_if $done (i32.ge_u (local.get $each) (local.get $end)))
          (local.set $block (v128.andnot
            (v128.load (i32.add (i32.load (local.get $each)) (local.get $at))) (local.get $seen)))
          (local.set $points (i32.load offset=4 (local.get $each)))
          (local.set $seen (v128.or (local.get $seen) (local.get $block)))
          (if (i32.and (local.get $points) (i32.const 1))
            (then (local.set $ones (v128.or (local.get $ones) (local.get $block)))))
          (if (i32.and (local.get $points) (i32.const 2))
            (then (local.set $twos (v128.or (local.get $twos) (local.get $block)))))
          (if (i32.and (local.get $points) (i32.const 4))
            (then (local.set $fours (v128.or (local.get $fours) (local.get $block)))))
          (if (i32.and (local.get $points) (i32.const 8))
            (then (local.set $eights (v128.or (local.get $eights) (local.get $block)))))
          (local.set $each (i32.add (local.get $each) (i32.const 8)))
          (br $nextBitset)))
      (local.set $each (i32.add (local.get $to) (local.get $at)))
      (v128.store (local.get $each) (local.get $ones))
      (v128.store (local.tee $each (i32.add (local.get $each) (local.get $length))) (local.get $twos))
      (v128.store (local.tee $each (i32.add (local.get $each) (local.get $length))) (local.get $fours))
      (v128.store (local.tee $each (i32.add (local.get $each) (local.get $length))) (local.get $eights))
      (v128.store (local.tee $each (i32.add (local.get $each) (local.get $length))) (local.get $seen))
      (br_if $next (i32.lt_u
        (local.tee $at (i32.add (local.get $at) (i32.const 16))) (local.get $length)))))

  ;; adds the points of one word, four bits, to the scores, of so many bits, of all slots at once
  (func (export "add") (param $scores i32) (param $points i32) (param $bits i32) (param $length i32)
    (local $at i32) (local $bit i32) (local $score i32) (local $point i32)
    (local $one v128) (local $other v128) (local $carry v128)
    (loop $next
      (local.set $bit (i32.const 0))
      (local.set $carry (v128.const i32x4 0 0 0 0))
      (local.set $score (i32.add (local.get $scores) (local.get $at)))
      (local.set $point (i32.add (local.get $points) (local.get $at)))
      (loop $nextBit
        (local.set $one (v128.load (local.get $score)))
        (local.set $other (if (result v128) (i32.lt_u (local.get $bit) (i32.const 4))
          (then (v128.load (local.get $point)))
          (else (v128.const i32x4 0 0 0 0))))
        (v128.store (local.get $score)
          (v128.xor (v128.xor (local.get $one) (local.get $other)) (local.get $carry)))
        (local.set $carry (v128.or
          (v128.and (local.get $one) (local.get $other))
          (v128.and (local.get $carry) (v128.xor (local.get $one) (local.get $other)))))
        (local.set $score (i32.add (local.get $score) (local.get $length)))
        (local.set $point (i32.add (local.get $point) (local.get $length)))
        (br_if $nextBit (i32.lt_u
          (local.tee $bit (i32.add (local.get $bit) (i32.const 1))) (local.get $bits))))
      (br_if $next (i32.lt_u
        (local.tee $at (i32.add (local.get $at) (i32.const 16))) (local.get $length)))))

  ;; of the slots `within`: those that score less than `score`, and those that score just that; scores have so many bits
  (func (export "compare")
    (param $scores i32) (param $score i32) (param $bits i32)
    (param $within i32) (param $less i32) (param $equal i32) (param $length i32)
    (local $at i32) (local $bit i32) (local $block v128) (local $lower v128) (local $same v128)
    (loop $next
      (local.set $lower (v128.const i32x4 0 0 0 0))
      (local.set $same (v128.load (i32.add (local.get $within) (local.get $at))))
      (local.set $bit (local.get $bits))
      (loop $nextBit
        (local.set $bit (i32.sub (local.get $bit) (i32.const 1)))
        (local.set $block (v128.load (i32.add
          (i32.add (local.get $scores) (local.get $at)) (i32.mul (local.get $bit) (local.get $length)))))
        (if (i32.and (i32.shr_u (local.get $score) (local.get $bit)) (i32.const 1))
          (then
            (local.set $lower
              (v128.or (local.get $lower) (v128.andnot (local.get $same) (local.get $block))))
            (local.set $same (v128.and (local.get $same) (local.get $block))))
          (else (local.set $same (v128.andnot (local.get $same) (local.get $block)))))
        (br_if $nextBit (local.get $bit)))
      (v128.store (i32.add (local.get $less) (local.get $at)) (local.get $lower))
      (v128.store (i32.add (local.get $equal) (local.get $at)) (local.get $same))
      (br_if $next (i32.lt_u
        (local.tee $at (i32.add (local.get $at) (i32.const 16))) (local.get $length)))))

  ;; The rest looks at slots one by one: where few fit, that is faster than going over all. A list of slots has numbers of
  ;; 32 bits, in any order; what each of them scores stands beside it, in a byte each.

  ;; collects the slots of the words from one place of the dictionary to before another, each once, behind the `many` that
  ;; are in the list; gives back how many are then. What a slot is worth stands in its byte of `marks`, which all are nothing
  ;; before: `worth` has a byte for each field, and the best counts
  (func (export "gather")
    (param $starts i32) (param $postings i32) (param $from i32) (param $to i32) (param $worth i32)
    (param $marks i32) (param $list i32) (param $many i32) (result i32)
    (local $at i32) (local $end i32) (local $slot i32) (local $byte i32) (local $posting i32) (local $shift i32)
    (local $points i32)
    (local.set $from (i32.add (local.get $starts) (i32.shl (local.get $from) (i32.const 2))))
    (local.set $to (i32.add (local.get $starts) (i32.shl (local.get $to) (i32.const 2))))
    (block $done
      (loop $nextWord
        (br_if $done (i32.ge_u (local.get $from) (local.get $to)))
        (local.set $at (i32.add (local.get $postings) (i32.load (local.get $from))))
        (local.set $end (i32.add (local.get $postings) (i32.load offset=4 (local.get $from))))
        (local.set $slot (i32.const 0))
        (block $wordDone
          (loop $next
            (br_if $wordDone (i32.ge_u (local.get $at) (local.get $end)))
            (local.set $posting (i32.const 0))
            (local.set $shift (i32.const 0))
            (loop $nextByte
              (local.set $byte (i32.load8_u (local.get $at)))
              (local.set $at (i32.add (local.get $at) (i32.const 1)))
              (local.set $posting (i32.or (local.get $posting)
                (i32.shl (i32.and (local.get $byte) (i32.const 127)) (local.get $shift))))
              (local.set $shift (i32.add (local.get $shift) (i32.const 7)))
              (br_if $nextByte (i32.ge_u (local.get $byte) (i32.const 128))))
            (local.set $slot (i32.add (local.get $slot) (i32.shr_u (local.get $posting) (i32.const 2))))
            (local.set $points (i32.and (i32.const 255) (i32.shr_u (local.get $worth)
              (i32.shl (i32.and (local.get $posting) (i32.const 3)) (i32.const 3)))))
            (local.set $byte (i32.load8_u (i32.add (local.get $marks) (local.get $slot))))
            (if (i32.eqz (local.get $byte)) (then
              (i32.store (i32.add (local.get $list) (i32.shl (local.get $many) (i32.const 2))) (local.get $slot))
              (local.set $many (i32.add (local.get $many) (i32.const 1)))))
            (if (i32.gt_u (local.get $points) (local.get $byte)) (then
              (i32.store8 (i32.add (local.get $marks) (local.get $slot)) (local.get $points))))
            (br $next)))
        (local.set $from (i32.add (local.get $from) (i32.const 4)))
        (br $nextWord)))
    (local.get $many))

  (func $slotAt (param $list i32) (param $each i32) (result i32)
    (i32.load (i32.add (local.get $list) (i32.shl (local.get $each) (i32.const 2)))))

  (func $hasBit (param $bits i32) (param $slot i32) (result i32)
    (i32.and (i32.const 1) (i32.shr_u
      (i32.load8_u (i32.add (local.get $bits) (i32.shr_u (local.get $slot) (i32.const 3))))
      (i32.and (local.get $slot) (i32.const 7)))))

  ;; the slots of a bitset, from one byte of it to before another, as a list; how many
  (func $collect (export "collect") (param $bits i32) (param $at i32) (param $to i32) (param $list i32) (result i32)
    (local $left i64) (local $end i32)
    (local.set $end (local.get $list))
    (loop $nextWord
      (local.set $left (i64.load (i32.add (local.get $bits) (local.get $at))))
      (block $noneLeft
        (loop $nextBit
          (br_if $noneLeft (i64.eqz (local.get $left)))
          (i32.store (local.get $end)
            (i32.add (i32.shl (local.get $at) (i32.const 3)) (i32.wrap_i64 (i64.ctz (local.get $left)))))
          (local.set $end (i32.add (local.get $end) (i32.const 4)))
          (local.set $left (i64.and (local.get $left) (i64.sub (local.get $left) (i64.const 1))))
          (br $nextBit)))
      (br_if $nextWord (i32.lt_u
        (local.tee $at (i32.add (local.get $at) (i32.const 8))) (local.get $to))))
    (i32.shr_u (i32.sub (local.get $end) (local.get $list)) (i32.const 2)))

  ;; takes what each slot of a list is worth from the marks, which are nothing then
  (func (export "take") (param $list i32) (param $many i32) (param $marks i32) (param $scores i32)
    (local $slot i32) (local $each i32)
    (block $done
      (loop $next
        (br_if $done (i32.ge_u (local.get $each) (local.get $many)))
        (local.set $slot (i32.add (local.get $marks) (call $slotAt (local.get $list) (local.get $each))))
        (i32.store8 (i32.add (local.get $scores) (local.get $each)) (i32.load8_u (local.get $slot)))
        (i32.store8 (local.get $slot) (i32.const 0))
        (local.set $each (i32.add (local.get $each) (i32.const 1)))
        (br $next))))

  ;; a slot and its score at another place of the list
  (func $place (param $list i32) (param $scores i32) (param $at i32) (param $slot i32) (param $score i32)
    (i32.store (i32.add (local.get $list) (i32.shl (local.get $at) (i32.const 2))) (local.get $slot))
    (i32.store8 (i32.add (local.get $scores) (local.get $at)) (local.get $score)))

  ;; keeps the slots that have a mark, and adds it to their scores; how many are left
  (func (export "join") (param $list i32) (param $many i32) (param $scores i32) (param $marks i32) (result i32)
    (local $slot i32) (local $each i32) (local $left i32) (local $points i32)
    (block $done
      (loop $next
        (br_if $done (i32.ge_u (local.get $each) (local.get $many)))
        (local.set $slot (call $slotAt (local.get $list) (local.get $each)))
        (local.set $points (i32.load8_u (i32.add (local.get $marks) (local.get $slot))))
        (if (local.get $points) (then
          (call $place (local.get $list) (local.get $scores) (local.get $left) (local.get $slot)
            (i32.add (local.get $points) (i32.load8_u (i32.add (local.get $scores) (local.get $each)))))
          (local.set $left (i32.add (local.get $left) (i32.const 1)))))
        (local.set $each (i32.add (local.get $each) (i32.const 1)))
        (br $next)))
    (local.get $left))

  ;; the same with points that lie bit by bit, as `weigh` leaves them
  (func (export "joinWeighed")
    (param $list i32) (param $many i32) (param $scores i32) (param $points i32) (param $length i32) (result i32)
    (local $slot i32) (local $each i32) (local $left i32) (local $worth i32) (local $bit i32)
    (block $done
      (loop $next
        (br_if $done (i32.ge_u (local.get $each) (local.get $many)))
        (local.set $slot (call $slotAt (local.get $list) (local.get $each)))
        (local.set $worth (i32.const 0))
        (local.set $bit (i32.const 4))
        (loop $nextBit
          (local.set $bit (i32.sub (local.get $bit) (i32.const 1)))
          (local.set $worth (i32.or (i32.shl (local.get $worth) (i32.const 1)) (call $hasBit
            (i32.add (local.get $points) (i32.mul (local.get $bit) (local.get $length))) (local.get $slot))))
          (br_if $nextBit (local.get $bit)))
        (if (local.get $worth) (then
          (call $place (local.get $list) (local.get $scores) (local.get $left) (local.get $slot)
            (i32.add (local.get $worth) (i32.load8_u (i32.add (local.get $scores) (local.get $each)))))
          (local.set $left (i32.add (local.get $left) (i32.const 1)))))
        (local.set $each (i32.add (local.get $each) (i32.const 1)))
        (br $next)))
    (local.get $left))

  ;; keeps the slots that are in a bitset, with their scores; how many are left
  (func (export "keep") (param $list i32) (param $many i32) (param $scores i32) (param $bits i32) (result i32)
    (local $slot i32) (local $each i32) (local $left i32)
    (block $done
      (loop $next
        (br_if $done (i32.ge_u (local.get $each) (local.get $many)))
        (local.set $slot (call $slotAt (local.get $list) (local.get $each)))
        (if (call $hasBit (local.get $bits) (local.get $slot)) (then
          (call $place (local.get $list) (local.get $scores) (local.get $left) (local.get $slot)
            (i32.load8_u (i32.add (local.get $scores) (local.get $each))))
          (local.set $left (i32.add (local.get $left) (i32.const 1)))))
        (local.set $each (i32.add (local.get $each) (i32.const 1)))
        (br $next)))
    (local.get $left))

  ;; raises a flag, of sixteen for each slot of a list, for the slots that are in a bitset
  (func (export "flag") (param $list i32) (param $many i32) (param $bits i32) (param $flags i32) (param $flag i32)
    (local $each i32) (local $at i32)
    (block $done
      (loop $next
        (br_if $done (i32.ge_u (local.get $each) (local.get $many)))
        (local.set $at (i32.add (local.get $flags) (i32.shl (local.get $each) (i32.const 1))))
        (i32.store16 (local.get $at) (i32.or (i32.load16_u (local.get $at)) (i32.mul (local.get $flag)
          (call $hasBit (local.get $bits) (call $slotAt (local.get $list) (local.get $each))))))
        (local.set $each (i32.add (local.get $each) (i32.const 1)))
        (br $next))))

  ;; copies the slots with all flags that are wanted, with their scores; how many
  (func (export "pick")
    (param $list i32) (param $many i32) (param $scores i32) (param $flags i32) (param $wanted i32)
    (param $to i32) (param $toScores i32) (result i32)
    (local $each i32) (local $left i32)
    (block $done
      (loop $next
        (br_if $done (i32.ge_u (local.get $each) (local.get $many)))
        (if (i32.eq (local.get $wanted) (i32.and (local.get $wanted)
          (i32.load16_u (i32.add (local.get $flags) (i32.shl (local.get $each) (i32.const 1)))))) (then
            (call $place (local.get $to) (local.get $toScores) (local.get $left)
              (call $slotAt (local.get $list) (local.get $each))
              (i32.load8_u (i32.add (local.get $scores) (local.get $each))))
            (local.set $left (i32.add (local.get $left) (i32.const 1)))))
        (local.set $each (i32.add (local.get $each) (i32.const 1)))
        (br $next)))
    (local.get $left))

  ;; how many slots of a list are in a bitset
  (func (export "countIn") (param $list i32) (param $many i32) (param $bits i32) (result i32)
    (local $each i32) (local $count i32)
    (block $done
      (loop $next
        (br_if $done (i32.ge_u (local.get $each) (local.get $many)))
        (local.set $count (i32.add (local.get $count)
          (call $hasBit (local.get $bits) (call $slotAt (local.get $list) (local.get $each)))))
        (local.set $each (i32.add (local.get $each) (i32.const 1)))
        (br $next)))
    (local.get $count))

  ;; how many postings of a list name a slot that is in a bitset
  (func (export "shared") (param $from i32) (param $end i32) (param $bits i32) (result i32)
    (local $slot i32) (local $byte i32) (local $posting i32) (local $shift i32) (local $count i32)
    (block $done
      (loop $next
        (br_if $done (i32.ge_u (local.get $from) (local.get $end)))
        (local.set $posting (i32.const 0))
        (local.set $shift (i32.const 0))
        (loop $nextByte
          (local.set $byte (i32.load8_u (local.get $from)))
          (local.set $from (i32.add (local.get $from) (i32.const 1)))
          (local.set $posting (i32.or (local.get $posting)
            (i32.shl (i32.and (local.get $byte) (i32.const 127)) (local.get $shift))))
          (local.set $shift (i32.add (local.get $shift) (i32.const 7)))
          (br_if $nextByte (i32.ge_u (local.get $byte) (i32.const 128))))
        (local.set $slot (i32.add (local.get $slot) (i32.shr_u (local.get $posting) (i32.const 2))))
        (local.set $count (i32.add (local.get $count) (call $hasBit (local.get $bits) (local.get $slot))))
        (br $next)))
    (local.get $count))
)
