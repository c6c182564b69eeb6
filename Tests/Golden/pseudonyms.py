# Golden pseudonyms for PseudonymiserTests: HMAC-SHA256 by Python's standard library under the key 00 01 … 1f.
import hashlib
import hmac
import unicodedata

for source, key in [("jeugd", "lid-0042"), ("jeugd", "M.Jansen@Voorbeeld.NL"), ("forum", "lid-0042"), ("jeugd", "Ayşe Yılmaz")]:
    message = "author:" + source + "\0" + unicodedata.normalize("NFC", key.strip().lower())
    print(source, key, "k1-" + hmac.new(bytes(range(32)), message.encode(), hashlib.sha256).hexdigest()[:32])

# What an audience sees of the first of them: another domain for each, over the pseudonym in the store.
def tag(message):
    return "k1-" + hmac.new(bytes(range(32)), message.encode(), hashlib.sha256).hexdigest()[:32]


for audience in ["monitors", "core-group"]:
    print(audience, tag("audience:" + audience + "\0" + tag("author:jeugd\0lid-0042")))
