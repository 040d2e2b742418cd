import { Injectable } from '@nestjs/common'

export interface Booking {
  readonly id: number
  readonly room: string
  readonly night: string
  readonly guest: number
}

@Injectable()
export class BookingsService {
  readonly #bookings: Booking[] = []

  of(guest: number): readonly Booking[] {
    return this.#bookings.filter((booking) => booking.guest === guest)
  }

  book(guest: number, { night, room }: Pick<Booking, 'night' | 'room'>): Booking | undefined {
    if (this.#bookings.some((booking) => booking.room === room && booking.night === night)) return undefined
    const booking = { id: this.#bookings.length + 1, room, night, guest }
    this.#bookings.push(booking)
    return booking
  }
}
