/**
 * Words of help centres that are one or two letters away from another word: only between these can an edit change the
 * meaning and look like a typing error. Umlauts are written out. The list is not a dictionary and need not be whole:
 * the vocabulary of the site stands beside it.
 */
const ENGLISH = `
  able about above accept access account action active actual adapt add adopt advice advise after again age ago alarm
  album alert all allow alone along already also alter always amend among amount angel angle annual another answer any
  apart app append apply arrange arrive ask assign assist assure attach attack attempt audio audit australia
  austria auto available away
  baby back backup bad badge bag balance ball band bank bar bare barn base basic basket batch bath bay beach bear beat
  because become bed been before begin behind being believe bell belong below belt bend beneath best bet better between
  bid big bike bill bin bind bird bit bite black blank blink block blog blood blue board boat body bold bond bone bonus
  book boot border born borrow both bottom bounce bound bowl box brand brake bread break brick bride brief bright bring
  broad brown browse brush bug build bulk bunch burn bus bush business busy but button buy buyer buzz
  cab cable call calm camp can cancel candle cap capital captain car card care careful careless carrier carry cart case
  cash cast casual cat catch cause causal cell cent centre chain chair chance change channel chapter charge charger chart
  chat cheap cheat check cheese chest chief child chip choice choose city claim class clean clear click client clip clock
  close cloth cloud club coach coast coat code coin cold collect colour column come command comment commit common company
  compare compact complain complaint complete comply compose compute conduct confirm conform connect consent consist
  console consult consumer contact contain content contest context continue contract contrast control convert cook cookie
  cool copy core corn corner correct cost could count country county course court cover crash cream create credit crew crop
  cross crowd cup cure curl currency current curve custom customer cut cycle
  daily damage dare dark data date dead deal dealer dear debit debt decide deduct deep default defect defer define delay
  delete delight deliver demand deny depart depend deploy deposit desk desert dessert detach detail detect device diary dairy
  die diet differ dig dim diner dinner direct dirt disc disk dish display divide dock dollar domain door dot double doubt
  down draft drag drain draw drawer dream dress drift drill drink drive driver drop dry due dull during dust duty dye
  each ear early earn ease east easy eat echo edge edit effect effort eight either eject elect else email emit employ empty
  end engine enjoy ensure enter entire entry equal error escape even event ever every exact exam example exceed except expect
  exchange exclude expand expend expense expert expire export expose express extend extent extra eye
  face fact fail failure fair fairly faith fake fall false family fan far fare farm fast fault favour fax feature fee feed
  feel feet fell fellow fence fetch few field fight figure file fill film filter final find fine finger finish fire firm
  first fish fit five fix flag flash flat flight flip float floor flow fly focus fold folder follow food foot for force forget
  fork form formal format former forth forward found four frame free freeze fresh friend from front fruit fuel full fun fund
  gain game gap garage garden gas gate gather gave gear general get gift girl give glad glass global go goal gold gone good
  grade grand grant graph grass grate gray great green greet grew grey grid grip ground group grow guard guess guest guide
  hair half hall hand handle hang happen happy hard hardly harm has hat hate have head headline heal health hear heard heart
  heat heavy height held help hence her here hers hide high hill him hint hire his history hit hold hole holiday holy home
  hook hope host hot hotel hour house how however huge human hunt hurry hurt
  ice icon idea ideal idle image impact imply import impose improve include income index inform input insert inside install
  instant instead insure intend intent interest into invest invite invoice iron issue item
  job join joint judge jump junior just keep key kick kid kill kind king knee knew knife knock know known
  label labour lack lad lady lake lamp land lane large laser last late later latter laugh launch law lay layer lead leader leaf
  league lean learn lease least leather leave led left leg legal lend length less lesson let letter level liar lick lid lie
  life lift light like likely limit line link lint list listen lite little live load loan local locate lock log logic login
  logo lone long look loop loose lord lose loss lost lot loud love low lower luck lunch
  made mail main maintain make male mall manage manager manual many map march margin mark market mask mass master match mate
  matter may maybe meal mean measure meat media medal medium meet member memory mental mention menu merge mess message met
  metal meter method middle might mild mile milk mind mine minor minus minute mirror miss mission mix mobile mode model modem
  modern modest modify moment monday money monitor month monthly moon moral more most mount mouse mouth move movie much mute
  my name narrow nation native near nearly neat neck need neither nest net network never new news next nice night nine no
  nobody node noise none nor normal north nose not note notice notify novel now number nurse nut
  oath obey object obtain occur odd of off offer office officer offline often oil old once one online only open opt option
  or oral orange order organ original other our ours out outer outlet output outside oven over own owner
  pace pack package packet pad page paid pain paint pair pan panel paper parcel pardon parent park part partly party pass past
  paste patch path patient pattern pause pay payment peace peak pear peer pen penalty people per perform perhaps permit
  persist person pet phase phone photo phrase pick picture piece pile pill pilot pin pink pipe pitch place plain plan plane
  planet plant plastic plate play player please pleasure plot plug plus pocket point police policy polish polite pool poor
  pop port portal pose position possible post pot potato pound pour power practice pray prefer prepare present preserve press
  presume pretty prevent preview previous price pride print prior prison private prize proceed process produce product profile
  profit program project promise promote prompt proof proper property propose prospect protect proud prove provide public
  publish pull pump purchase pure purge purpose purse pursue push put
  quality quarter query quest question queue quick quiet quit quite quota quote
  race rack radio raid rail rain raise range rank rapid rare rarely rate rather ratio raw reach read reader ready real really
  reason rebate receipt receive recent recipe reckon record recover reduce refer reflect reform refund refuse regard region
  register regret regular reject relate relation relative relax relay release relevant reliable rely remain remark remember
  remind remote removal remove render renew rent repair repeat replace reply report request require rescue reserve reset
  reside resign resist resolve resort resource respect respond rest restart restore restrict result resume retail retain
  retire return reveal reverse revert review revise reward rich ride right ring rise risk river road rob rock role roll roof
  room root rose rough round route router row royal rub rule run rural rush
  http https ftp million billion trillion
  sad safe safely salad salary sale salt same sample sand save saving scale scan scare scene schedule scheme school scope score
  screen script scroll sea seal search season seat second secret section sector secure see seed seek seem select self sell
  seller send sender sense sentence separate series serious serve server service session set settle setup seven several severe
  shade shake shall shape share sharp she sheet shelf shell shift shine ship shipment shirt shoe shoot shop shore short shot
  should shout show shut sick side sight sign signal signature silent silver similar simple simply since single sink sit site
  situation six size skill skin skip sky sleep slice slide slight slim slip slot slow small smart smell smile smoke smooth snap
  snow so soap social socket soft software soil sold sole solid solve some son song soon sort soul sound soup source south
  space spare speak speaker special specify speech speed spell spend spill spin split spoke sport spot spread spring stable
  staff stage stair stake stamp stand standard star stare start state statement static station status statute stay steal steam
  steel steep steer step stick still stock stone stop storage store storm story straight strange stream street strength stress
  stretch strict strike string strip stroke strong study stuff style subject submit subscribe succeed success such sudden suffer
  sugar suggest suit suite sum sun supper supply support suppose sure surface surf survey suspect suspend swap sweet swim switch
  sync system
  tab table tail take tale talk tall tap tape target tariff task taste tax taxi tea teach team tear tell ten tend term test text
  than thank that the their them then theory there these they thick thin thing think third this those though thought thread
  threat three throat through throw thumb thus ticket tidy tie tight tile till time timer tin tiny tip tire title to toast today
  toe together toggle token tone tonight too tool top topic total touch tour toward towel tower town toy trace track trade trail
  train transfer transit transmit trap trash travel tray treat tree trend trial trick trip trouble truck true truly trunk trust
  truth try tube tune turn twice two type
  under undo union unit unite unless unlock unsure until untie up update upgrade upload upon upper urge usage use used user
  usual vacation valid valley value van vary vast vehicle verify version very via video view visa visible visit visitor vital
  voice void volume vote voter voucher wage wait wake walk wall want war ware warm warn warranty was wash waste watch water wave
  way we weak weakly wear weather web weed week weekly weigh weight welcome well went were west wet what wheel when where whether
  which while white who whole whom whose why wide width wife wild will win wind window wine wing winner winter wipe wire wish with
  within without wolf woman wonder wood wool word work worker world worry worse worst worth would wrap wrist write writer wrong
  yard year yearly yellow yes yesterday yet yield you young your zero zone
  january february march april may june july august september october november december
  monday tuesday wednesday thursday friday saturday sunday
`;

const GERMAN = `
  ab abbuchen abend aber abholen ablehnen abmelden abnehmen absagen abschalten absender abzug achten acht adresse aehnlich aelter
  aendern aktie aktien aktion aktiv aktuell alle allein aller alles allgemein als also alt alter altern am amt an anbieter ander
  andere anders anfang anfrage angabe angebot angeben angst anhang anlage anlass anlegen anmelden annahme annehmen anruf anrufen
  anrufer ansage ansehen ansicht anspruch anteil antrag antwort anwalt anwenden anzahl anzeige app arbeit arm art artikel arzt
  auch auf aufgabe auflage auftrag auge aus ausgabe ausgang ausgeben auskunft ausland ausweis auszahlen auto automat
  bach backen bad bahn bald balken band bank bar barriere bart base basis bau bauch bauen baum bausteine beamte bearbeiten bedarf
  beenden befehl beginn behalten behandeln bei beide beil bein beitrag bekannt bekommen beleg bereich bereit berg bericht beruf
  besitz bestand bestaetigen bestehen bestellen besser best besuch besuchen beta betrag betreff betreiber betrieb betrug bett
  beweis bewerten bezahlen beziehen bezug bieten bild bilden billig binden bis bitte bitten blatt blau bleiben blick block boden
  bonus boot bote box brand brauch brauchen braun brechen breit brennen brief bringen bruch bruder brust buch buchen buchung buero
  bund burg bus busse butter
  cent chance chat chef clou code
  da dabei dach daher damals damit danach dank danken dann darf darin darum das dass datei daten datum dauer dauern dauernd davon dazu
  decke decken defekt dein dem den denken denn dennoch der des deutlich dicht dick die dieb diese diesem diesen dieser dieses deine diele dienst diener dieser ding direkt
  doch dokument doppelt dort dose drei dreh drehen dritte druck drucken drucker druecken du duenn duerfen dumm dunkel durch durfte
  eben ebene echt ecke edel ehe eher ehre eigen eigner eile eilen eimer ein eine einem einen einer eines einfach einfuehren eingabe
  eingang eingeben einige einkauf einladen einmal eins einsatz einschalten einstellen eintrag einzahlen einzeln eis elf empfang
  empfehlen ende enden endlich eng enge enkel entfernen entgelt enthalten entlassen entscheiden entsperren er erbe erde erfahren
  erfassen erfolg erfordern ergeben erhalten erheben erhoehen erinnern erkennen erklaeren erlauben ermitteln erneuern erneut ernst
  eroeffnen ersetzen erst erstatten erste erstellen erteilen erwarten erweitern es essen etwa etwas euer euro extra
  fach faden faehig fahne fahren faellig fall fallen falsch falten falle familie farbe fassen fast faxen feder fehlen fehler feier
  fein feind feld fenster ferien fern fertig fest fett feuer figur film filter finden finger firma fisch flach flasche fliegen
  fliessen flug fluss folge folgen folie form fordern foerdern formel formular forst fort foto frage fragen frau frei fremd fressen
  freuen freund frieden frisch frist froh fruecht frueh fuehren fuellen fuenf fuer fuss futter
  gabe gang ganz gar garten gas gast gatte geben gebuehr geburt gefahr gefallen gegen gehalt geheim gehen gehoeren geht geist gelb
  geld gelten gemein genau genug gerade geraet gericht gering gern gesamt geschaeft gesetz gestalten gestern gesund gewaehren
  gewinn gewiss gewohnt gift glas glauben gleich glied glueck gold grab gramm gras grat grau greifen grenze griff gross grube grund
  gruen gruppe gruss gueltig guenstig gurt gut gute guthaben gutschein gutschrift
  haar haben hafen haft haken halb hals halt halten hand handel handeln handy hang hart hase haus haut heben heft heim heiss heissen
  heizen helfen hell hemd her herbst herr herz heute hier hilfe hin hinten hinter hinweis hitze hoch hoehe hoeren hof hoffen hoeher
  holen holz hose huelle hund hundert hut
  ich ihm ihn ihnen ihr ihre ihrem ihren ihrer ihres im immer in indem inhalt inhaber inland innen inner ins insel intern irren ist
  ja jacke jahr je jede jedem jeden jeder jedes jemand jener jetzt jugend juli jung juni
  kabel kaffee kalt kamera kamm kammer kampf kanal kann kante kanzel kapitel karte kartei karton kasse kasten katze kauf kaufen
  kaum kehren keil kein keine keinem keinen keiner keines kennen kern kette kind kino kirche kiste klage klar klasse klasse kleid klein klemme klicken klingel klug
  knapp knie knopf koch kochen koffer kommen konnte koennen koennte konto kontrolle kopf kopie koerper kosten kraft krank kreis
  kreuz krieg kueche kuendigen kugel kuehl kunde kunden kunst kurs kurve kurz
  lachen lack laden ladung lage lager lampe land landen lang lange laerm lassen last laster laub lauf laufen laut lauten leben lecker
  leder leer leeren lehren leicht leid leiden leider leihen leise leiste leisten leistung leiten leiter leitung lernen lesen letzte
  leute licht lieb liebe lied lieder liefern lieferung liege liegen linie link linke links liste lob loch los lose losen loesen
  loeschen loesung luecke luft lust
  machen macht magen mahl mahnen mai mail mal mall man mandat mangel mann mantel mappe mark marke markt maschine mass masse matt mauer
  maus mechanik medium meer mehr meiden mein meine meinem meinen meiner meist melden meldung memo menge mensch menue merken messe messen metall meter
  methode miete mieten mieter milch mild minder mindest minute mir mit mitte mittel mitten mittag mobil mode modell modem modern
  moegen moeglich moment monat montag mord morgen motor muede muehe mund muss musste muessen muesste muster mut mutter
  nach nachher nachricht nachts nacht nadel nagel nah naehe naehen nahm name nase nass natur neben nebel nehmen nein nennen netto netz
  netzwerk neu neun nicht nichts nie niemand noch nord norm normal not note notiz null nummer nun nur nutz nutzen nutzer
  ob oben ober objekt oder offen offline oeffnen oft ohne ohr oel online option ort osten
  paar packen paket panne papier park parken partei partner pass passen passwort pause person pfad pfand pfeil pferd pflanze pflege
  pflicht plan planen platte platz portal porto post posten preis press privat pro probe problem produkt profil programm projekt
  prozent pruefen punkt
  quelle quer quote
  rabatt rad radio rahmen rand rang rasen rasch rast rat rate raten raub rauch raum rechnen rechner rechnung recht rechte rechts rede
  reden regel regeln regen reich reichen reif reihe rein reise reisen reissen rente reparieren rest retten richten richtig richtung
  riese ring rolle rot rueck rufen ruhe ruhen rund runde
  http https ftp taeglich taetlich stuendlich woechentlich monatlich jaehrlich verlaengern veraendern verringern verhindern
  voruebergehend vorhergehend vorhergehen
  sache sack sekunde minute quartal million milliarde kilometer zentimeter millimeter sagen sammeln sand satz sauber schade schaden schaffen schal schale schalten schalter schatten schauen schein scheine
  schenken schicken schieben schien schiene schiff schild schlaf schlag schlange schlecht schliessen schloss schluss schluessel
  schmal schnee schnell schnitt schon schoen schrank schreiben schrift schritt schuh schuld schule schutz schwach schwarz schwer
  sechs see sehen sehr sei seife seil sein seine seinem seinen seiner seite seiten seither selbst selten senden sender senken sensor service setzen sicher
  sicht sie sieben sieg sind sinken sinn sitz sitzen so sofort sohn solange solch soll sollen sollte sommer sonder sondern sonne
  sonst sorge sorgen sorte sparen spass spaet spende spenden sperre sperren spiegel spiel spitze sport sprache sprechen sprung spur
  staat stab stadt stall stamm stand standard stapel stark starten station statt staub steck stecken stecker stehen steigen stein
  stelle stellen stempel stern steuer steuern stich stift still stimme stimmen stock stoff stoeren stornieren strafe strand strasse
  strecke streit strom stueck stufe stuhl stumm stunde stunden sturm stuetze suche suchen sueden summe system
  tag tafel takt tal tante tarif tasche tasse taste tat tater tausch tausend teil teilen teilnehmer telefon teller termin test teuer
  text tief tier tinte tipp tippen tisch titel tod toll ton tonne tor tot tragen traum treffen treiben trennen treppe treten treu
  trinken trocken trotz trug tuch tun tuer turm typ
  ueben ueber ueberall ufer uhr um umfang umlauf umsatz umsonst umzug und ungefaehr unser unten unter unterlage unternehmen
  unterschrift urlaub ursache urteil
  vater verbieten verbinden verbrauch verbraucher verein verfahren verfolgen vergeben vergessen vergleich verkauf verkaeufer
  verlassen verlauf verlieren verlust vermieter verpacken versand versehen versenden version versichern versuch vertrag verwalten
  verwenden verzicht viel vier voll vom von vor vorher vorlage vorn vorrat vorschlag vorsicht vorteil vorwahl
  wachsen waffe wagen wahl waehlen wahr waehrend wald wand wandel wann war ware waere waren warm warnen warten was waschen wasser wechsel
  wecken weder weg wegen weich weil weise weiss weit weiter weitere welche welle welt wem wen wende wenden wenig wenn wer werben werden
  werfen werk wert weste westen wetter wichtig wider wie wieder wiese will wille wind winkel winter wir wird wirken wirt wissen wo woche
  wohl wohnen wollen wollte worden wort wunde wunsch wurde wuerde wurst wurzel
  zahl zahlen zaehlen zahlung zaehlung zahn zange zart zaun zehn zeichen zeigen zeile zeit zeitung zelle zentral zentrum zettel zeuge
  ziehen ziel zimmer zins zoll zone zu zufall zug zugang zugriff zukunft zulassen zum zunahme zur zurueck zusage zusatz zustand
  zustellen zwang zwar zweck zwei zweifel zweite zwingen zwischen zwoelf
  januar februar maerz april mai juni juli august september oktober november dezember
  montag dienstag mittwoch donnerstag freitag samstag sonntag
`;

/** Words of grammar and of meaning that have no endings of their own, so that nothing is derived from them. */
const WITHOUT_ENDINGS = new Set(
  (
    'ab aber als am an auch auf aus bei bis da dann das dass dem den denn der des die doch dort du ein eine einem einen einer ' +
    'eines er es fuer hier ich im in ist ja jede jetzt kein mehr mit nach nicht nie noch nun nur ob oder oft ohne schon sehr ' +
    'sei sein sie sind so um und von vor was wenn wer wider wie wieder wird wo zu zum zur ' +
    'about after all also and any are been before being both but could does each ever for from had has have her here his ' +
    'how into its just less more most must nor not now off only other our out over own per she should since some such than ' +
    'that the their them then there these they this those though thus till too under until upon very was were what when ' +
    'where whether which while who whom whose why will with would yet you your'
  ).split(' '),
);

const words = (list: string) => new Set(list.trim().split(/\s+/));
const english = words(ENGLISH);
const german = words(GERMAN);

/** Does the list hold this word? Without a language, either may; of other languages none is known. */
export function isListed(word: string, locale = ''): boolean {
  if (locale.startsWith('en')) return english.has(word);
  if (locale.startsWith('de')) return german.has(word);
  return locale === '' && (english.has(word) || german.has(word));
}

/** May endings be taken off the word to look it up? */
export function hasEndings(word: string): boolean {
  return !WITHOUT_ENDINGS.has(word);
}
