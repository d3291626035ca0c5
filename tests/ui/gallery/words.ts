/** What gallery pages say: pages bring their own words, so the gallery does too. */
const english = {
	partners: 'Partners', projects: 'Projects', learning: 'Learning', recognition: 'Recognition', news: 'News',
	me: 'Inês Carvalho', mySchool: 'Escola Básica do Bonfim, Porto', profile: 'My profile', classes: 'My classes',
	aboutUs: 'About', privacy: 'Privacy', help: 'Help', drafts: 'Drafts',
	foundTitle: 'Found a project', foundLead: 'Six questions. You can stop at any time: what you typed is kept as a draft.',
	title: 'Title of the project', titleHelp: 'Short and inviting; pupils should understand it.', titleWrong: 'Give the project a title of at least five letters.',
	about: 'What will you do together?', aboutHelp: 'Two or three sentences for other teachers.', aboutWrong: 'Shorten the description to 500 characters.',
	country: 'Country', choose: 'Choose a country', italy: 'Italy', denmark: 'Denmark', start: 'Begins on', languages: 'Languages you will work in',
	who: 'Who may ask to join?', everyone: 'Every teacher', everyoneNote: 'Your project stands in the partner search.',
	some: 'Only teachers I invite', someNote: 'Nobody else sees that you look for partners.',
	picture: 'Picture', pictureHelp: 'JPEG or PNG, at most 10 MB. Without one the project keeps its woven cover.',
	agree: 'Both schools know about this project', agreeHelp: 'Your head teacher and your partner’s.', agreeWrong: 'Confirm that both schools know.', schoolWrong: 'Choose your school from the list.',
	send: 'Send to the support organisations', draft: 'Keep as a draft', remove: 'Delete draft', cancel: 'Back', search: 'Search',
	projectTitle: 'Rivers that join us', since: 'since Tuesday, 17 November',
};

export type Words = Record<keyof typeof english, string>;

const arabic: Words = {
	partners: 'الشركاء', projects: 'المشاريع', learning: 'التعلّم', recognition: 'التقدير', news: 'الأخبار',
	me: 'ليلى حدّاد', mySchool: 'مدرسة النهضة الرسمية، بيروت', profile: 'ملفي الشخصي', classes: 'صفوفي',
	aboutUs: 'عن المنصة', privacy: 'الخصوصية', help: 'المساعدة', drafts: 'المسودات',
	foundTitle: 'أسّس مشروعًا', foundLead: 'ستة أسئلة. يمكنك التوقف في أي وقت: ما كتبته محفوظ كمسودة.',
	title: 'عنوان المشروع', titleHelp: 'قصير وجذّاب، يفهمه التلاميذ.', titleWrong: 'اكتب للمشروع عنوانًا من خمسة أحرف على الأقل.',
	about: 'ماذا ستفعلون معًا؟', aboutHelp: 'جملتان أو ثلاث للمعلمين الآخرين.', aboutWrong: 'اختصر الوصف إلى 500 حرف.',
	country: 'البلد', choose: 'اختر بلدًا', italy: 'إيطاليا', denmark: 'الدانمارك', start: 'يبدأ في', languages: 'لغات العمل',
	who: 'من يمكنه طلب الانضمام؟', everyone: 'كل معلم', everyoneNote: 'يظهر مشروعك في البحث عن الشركاء.',
	some: 'المعلمون الذين أدعوهم فقط', someNote: 'لا يرى غيرهم أنك تبحث عن شركاء.',
	picture: 'صورة', pictureHelp: 'JPEG أو PNG، بحجم 10 ميغابايت على الأكثر. وبدونها يحتفظ المشروع بنسيجه.',
	agree: 'المدرستان على علم بهذا المشروع', agreeHelp: 'مديرة مدرستك ومدير مدرسة شريكك.', agreeWrong: 'أكّد أن المدرستين على علم.', schoolWrong: 'اختر مدرستك من القائمة.',
	send: 'أرسل إلى منظمات الدعم', draft: 'احفظ كمسودة', remove: 'احذف المسودة', cancel: 'رجوع', search: 'بحث',
	projectTitle: 'أنهار تجمعنا', since: 'منذ الثلاثاء 17 نوفمبر',
};

export function words(locale: string): Words {
	return locale === 'ar' ? arabic : english;
}
