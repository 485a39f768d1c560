import { admissionIn, meetingNumber } from '../../../../../../infra/local/pstn-audio/service/meeting-number.ts';

describe('a call to the number that stands for meetings', () => {
  it.each(['X-chime-join-token', 'x-Chime-Join-Token'])('names its meeting in %s', (name) => {
    expect(admissionIn(meetingNumber, { [name]: 't', 'X-CHIME-MEETING-ID': 'm' })).toEqual({
      joinToken: 't',
      meetingId: 'm',
    });
    expect(admissionIn(meetingNumber, { [name]: 't' })).toEqual({ joinToken: 't', meetingId: undefined });
  });

  it('is a call like any other without a token, and so is one to another number', () => {
    expect(admissionIn(meetingNumber, { 'X-chime-meeting-id': 'm' })).toBeUndefined();
    expect(admissionIn('+12065550141', { 'X-chime-join-token': 't' })).toBeUndefined();
  });
});
