import { describe, expect, it } from 'vitest'
import { isPublicAddress } from '../../../src/net/addresses.ts'
import { createGuard } from '../../../src/net/guard.ts'

describe('isPublicAddress', () => {
  it.each([
    '93.184.215.14',
    '8.8.8.8',
    '172.32.0.1',
    '100.128.0.1',
    '2606:2800:220:1:248:1893:25c8:1946',
    '::ffff:8.8.8.8',
    '64:ff9b::808:808',
  ])('%s is public', (address) => {
    expect(isPublicAddress(address)).toBe(true)
  })

  it.each([
    '0.0.0.0',
    '0.1.2.3',
    '10.0.0.1',
    '100.64.0.1',
    '100.100.100.200',
    '127.0.0.1',
    '127.255.255.254',
    '168.63.129.16',
    '169.254.169.254',
    '172.16.0.1',
    '172.31.255.255',
    '192.0.0.192',
    '192.0.2.1',
    '192.168.1.1',
    '198.18.0.1',
    '198.51.100.1',
    '203.0.113.1',
    '224.0.0.1',
    '240.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::7f00:1',
    '::ffff:127.0.0.1',
    '::ffff:10.0.0.1',
    '::ffff:a9fe:a9fe',
    '64:ff9b::7f00:1',
    '64:ff9b::a9fe:a9fe',
    '64:ff9b:1::1',
    '2002:7f00:1::',
    '2001:0:53aa:64c:0:0:0:1',
    '2001:db8::1',
    'fc00::1',
    'fd00:ec2::254',
    'fe80::1',
    'fe80::1%eth0',
    'fec0::1',
    'ff02::1',
    'localhost',
    '',
  ])('"%s" is not public', (address) => {
    expect(isPublicAddress(address)).toBe(false)
  })
})

describe('a guard', () => {
  const check = (url: string, allow: readonly string[] = []) => createGuard({ allow }).check(new URL(url))

  it.each([
    'http://127.0.0.1/',
    'http://2130706433/',
    'http://0x7f000001/',
    'http://0177.0.0.1/',
    'http://127.1/',
    'http://0/',
    'http://[::1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[64:ff9b::7f00:1]/',
    'http://169.254.169.254/latest/meta-data/',
    'http://①②⑦.0.0.1/',
    'ftp://gazette.example/',
    'file:///etc/passwd',
    'http://user:secret@gazette.example/',
    'http://gazette.example:6379/',
    'https://gazette.example:80/',
  ])('rejects %s', (url) => {
    expect(() => check(url)).toThrow(expect.objectContaining({ code: 'fetch_refused' }))
  })

  it('names the setting that allows a port', () => {
    expect(() => check('http://gazette.example:6379/')).toThrow(
      /port 6379.*allow gazette\.example:6379 in ONRECORD_FETCH_ALLOW/,
    )
  })

  it('accepts public addresses and allowed hosts', () => {
    check('https://gazette.example/')
    check('http://93.184.215.14/')
    check('http://127.0.0.1/', ['127.0.0.1'])
    check('http://127.0.0.1:8080/', ['127.0.0.1:8080'])
    expect(() => check('http://127.0.0.1:9090/', ['127.0.0.1:8080'])).toThrow()
    expect(() => check('http://127.0.0.2/', ['127.0.0.1'])).toThrow()
  })
})
