/** Materials: files that a space keeps, in folders and albums. */
// use cases
export { binFolder, layOutFolders, makeFolder, renameFolder, takeFolderOut } from './sort-folders.ts';
export {
	binMaterial,
	changeMaterial,
	hideMaterial,
	showMaterial,
	tagMaterial,
	takeMaterialOut,
} from './change-material.ts';
export { changeCaptions } from './caption-video.ts';
// reads
export {
	binFor,
	folderFor,
	foldersFor,
	materialFor,
	materialsFor,
	materialsShown,
	materialsToShow,
	mayBinFolder,
	neighboursOf,
	roomFor,
	type SeenMaterial,
} from './read-materials.ts';
export { convertsVideos } from './purposes.ts';
// fragments
export { materialsAmong, placeOfFile } from './materials.sql.ts';
// forms
export { captionsForm, folderForm, hidingForm, materialForm, outForm, renameForm } from './forms.ts';
// types
export { captionsPurpose, materialPurpose } from './purposes.ts';
export { folderKinds, hidingReasons, materialLimits } from './material.ts';
export type { Folder, FolderKind, Material, MaterialId, MaterialKind } from './material.ts';
export { materialKind } from './reportable-material.ts';
