/** Words that open half of all guessed passwords, in the languages of the platform's teachers; accents are folded away. */
export const commonWords: readonly string[] = [
	// the platform's own
	...['opentwinning', 'etwinning', 'twinning', 'twinspace', 'erasmus', 'project', 'school', 'teacher', 'pupil'],
	// the classics
	...['password', 'passwort', 'passe', 'motdepasse', 'contrasena', 'senha', 'palavra', 'wachtwoord', 'haslo', 'heslo'],
	...['adgangskode', 'losenord', 'salasana', 'parola', 'lozinka', 'geslo', 'jelszo', 'parole', 'slaptazodis', 'sifre'],
	...['kodeord', 'parool', 'passord', 'secret', 'geheim', 'segreto', 'secreto', 'secreta', 'letmein', 'welcome'],
	...['willkommen', 'bienvenue', 'bienvenido', 'benvenuto', 'velkommen', 'welkom', 'bemvindo', 'admin', 'administrator'],
	...['login', 'master', 'access', 'changeme', 'default', 'guest', 'user', 'test', 'testing', 'hello', 'hallo', 'salut'],
	...['ciao', 'hola', 'bonjour', 'marhaba', 'merhaba', 'abcdef', 'qwerty', 'qwertz', 'azerty', 'asdf', 'iloveyou'],
	...['ilove', 'love', 'liebe', 'amour', 'amore', 'amor', 'teamo', 'tiamo', 'jetaime', 'habibi', 'dragon', 'monkey'],
	...['princess', 'princesse', 'prinzessin', 'principessa', 'sunshine', 'shadow', 'superman', 'batman', 'pokemon'],
	...['football', 'fussball', 'futbol', 'futebol', 'calcio', 'baseball', 'basketball', 'soccer', 'hockey', 'tennis'],
	...['barcelona', 'realmadrid', 'juventus', 'benfica', 'sporting', 'arsenal', 'chelsea', 'liverpool', 'galatasaray'],
	...['computer', 'internet', 'google', 'facebook', 'microsoft', 'windows', 'iphone', 'samsung', 'michael', 'jordan'],
	// school
	...['schule', 'ecole', 'escola', 'escuela', 'scuola', 'skole', 'skola', 'koulu', 'szkola', 'skolen', 'okul', 'madrasa'],
	...['lehrer', 'lehrerin', 'professeur', 'maitresse', 'professor', 'professora', 'profesor', 'maestra', 'laerer'],
	...['classe', 'klasse', 'classroom', 'student', 'eleve', 'aluno', 'english', 'french', 'deutsch', 'francais'],
	...['biology', 'chemistry', 'physics', 'history', 'geography', 'mathematics', 'maths', 'music', 'library'],
	// seasons, months, days
	...['spring', 'summer', 'autumn', 'winter', 'printemps', 'automne', 'hiver', 'sommer', 'herbst', 'verano', 'otono'],
	...['invierno', 'primavera', 'estate', 'autunno', 'inverno', 'verao', 'outono', 'january', 'february', 'march'],
	...['april', 'august', 'september', 'october', 'november', 'december', 'monday', 'tuesday', 'wednesday', 'thursday'],
	...['friday', 'saturday', 'sunday', 'weekend', 'holiday', 'christmas'],
	// places
	...['europe', 'europa', 'lisboa', 'porto', 'madrid', 'paris', 'lyon', 'london', 'berlin', 'roma', 'milano', 'athens'],
	...['portugal', 'espana', 'france', 'italia', 'deutschland', 'danmark', 'polska', 'turkiye', 'tunisia', 'hellas'],
	// figures people take for random
	...['12345', '123456', '987654', '111111', '000000', '121212', '112233', '123123', '159753', '147258', '1q2w3e4r'],
	...['1qaz2wsx', 'zaq12wsx', 'q1w2e3r4', 'a1b2c3'],
];
