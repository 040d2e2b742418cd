import { Body, Controller, ConflictException, Get, Inject, Post, Req, UnauthorizedException } from '@nestjs/common'
import type { Request } from 'express'
import { BookingsService, type Booking } from './bookings.service.js'

@Controller('bookings')
export class BookingsController {
  constructor(@Inject(BookingsService) private readonly bookings: BookingsService) {}

  @Get()
  list(@Req() request: Request): readonly Booking[] {
    return this.bookings.of(this.guestOf(request))
  }

  @Post()
  book(@Req() request: Request, @Body() wanted: Pick<Booking, 'night' | 'room'>): Booking {
    const booking = this.bookings.book(this.guestOf(request), wanted)
    if (!booking) throw new ConflictException('This room is taken')
    return booking
  }

  private guestOf({ session }: Request): number {
    if (session.userId === undefined) throw new UnauthorizedException('Please log in')
    return session.userId
  }
}
