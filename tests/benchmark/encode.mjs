// The same photos by eleventy-img: node encode.mjs PHOTOS OUTPUT '{"widths": […], "avif": quality, …}'
import Image from "@11ty/eleventy-img";
import fs from "node:fs";
import path from "node:path";

const [photos, outputDir, wanted] = process.argv.slice(2);
const { widths, plain, avif, webp, jpeg } = JSON.parse(wanted);
const options = { outputDir, useCache: false, filenameFormat: (id, src, width, format) => `${path.parse(src).name}.${width}.${format}` };
await Promise.all(fs.readdirSync(photos).map(async (name) => {
    const photo = path.join(photos, name);
    await Image(photo, { ...options, widths, formats: ["avif", "webp"], sharpAvifOptions: { quality: avif }, sharpWebpOptions: { quality: webp } });
    await Image(photo, { ...options, widths: [plain], formats: ["jpeg"], sharpJpegOptions: { quality: jpeg, progressive: true } });
}));
