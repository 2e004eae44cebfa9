"""What stands behind a number in every language: symbols of units, and of currencies."""

from __future__ import annotations

from typing import Final

UNITS: Final = frozenset(
    """m cm mm km dm nm µm g kg mg µg t l L ml mL cl hl ha ms min h Hz kHz MHz GHz W kW MW GW
    TW Wh kWh MWh GWh TWh V kV mV mA kJ MJ GJ kN Pa hPa kPa MPa bar mbar mol cd lm lx dB Bq
    Gy Sv mSv m² m³ km² cm² cm³ dm³ km/h m/s m³/s mm/h bit Mbit Gbit kB MB GB TB PB dpi ppm °C °F
    eV keV MeV GeV kt Mt Gt cal kcal k€ M€ Md€ Mrd€ k$ M$ Md$""".split()
)
"""Symbols that follow a number in every language that has not the same as a word.

Source: SI Brochure, 9th edition, and IEC 80000; the multiples of currencies by their prefixes.
"""

CURRENCY_CODES: Final = frozenset(
    """USD EUR GBP JPY CHF CAD AUD CNY RUB INR BRL MXN TRY UAH PLN CZK SEK NOK DKK RON ILS SAR AED
    EGP MAD DZD TND IRR PKR AFN BDT THB VND IDR KRW TWD HKD KES TZS SOS HTG ETB NGN ZAR""".split()
)
"""Codes before or behind a number. Source: ISO 4217."""

CURRENCY_SIGNS: Final = frozenset(
    """$ € £ ¥ ₽ ₹ ₴ ₺ ₪ ₫ ฿ ₩ ₦ ₸ ₾ US$ R$ A$ C$ zł Kč kr kr. Ft Fr. lei лв. TL грн грн. руб.
    руб""".split()
)
"""What stands for a currency behind a number. Source: CLDR, currency symbols of its locales."""
